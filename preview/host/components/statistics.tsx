import type { StatisticsItemProps, StatisticsProps, StatisticsTrendProps } from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { useHostWords } from './words/use-host-words.ts';

export const Statistics = (props: StatisticsProps) => (
  <div className="canvas-statistics" {...testAttributes(props)}>
    {props.children}
  </div>
);

export const StatisticsItem = (props: StatisticsItemProps) => (
  <div className="canvas-statistics__item" {...(props.id !== undefined && { id: props.id })} {...testAttributes(props)}>
    <div className="canvas-statistics__label">{props.label}</div>
    <div className="canvas-statistics__number">{props.number}</div>
    {props.children !== undefined && <div className="canvas-statistics__below">{props.children}</div>}
  </div>
);

export function StatisticsTrend(props: StatisticsTrendProps) {
  const { value, direction } = props;
  const words = useHostWords();
  const color = props.color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <span className={classNames('canvas-trend', `canvas-trend--${color}`)} {...testAttributes(props)}>
      <svg className="canvas-trend__arrow" viewBox="0 0 12 12" aria-hidden="true">
        <path d={direction === 'increase' ? 'M6 1 11 10H1Z' : 'M6 11 1 2h10Z'} fill="currentColor" />
      </svg>
      <span className="canvas-sr-only">{direction === 'increase' ? words.up : words.down} </span>
      {value}
    </span>
  );
}
