import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
  ProgressBarProps,
  ScoreProps,
} from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { LeveledHeading } from './heading-level.tsx';
import type { DrawnName } from './icons/drawings.ts';
import { Drawing } from './icons/drawing.tsx';
import { Picture } from './illustrations/illustration.tsx';
import type { WithLegacy } from './legacy-props.ts';
import { sizeOf } from './sizes.ts';
import { Spinner } from './spinner.tsx';
import { useHostWords } from './words/use-host-words.ts';

type AlertVariant = NonNullable<AlertProps['variant']>;

const alertIcons: Readonly<Record<AlertVariant, DrawnName>> = {
  info: 'info',
  warning: 'warning',
  success: 'checkCircle',
  error: 'exclamationCircle',
  danger: 'exclamationCircle',
  tip: 'bulb',
};

export function Alert(props: AlertProps) {
  const { title, variant = 'info', children } = props;
  const isUrgent = variant === 'error' || variant === 'danger';
  return (
    <div
      role={isUrgent ? 'alert' : 'status'}
      className={classNames('canvas-alert', `canvas-alert--${variant}`)}
      {...testAttributes(props)}
    >
      <Drawing name={alertIcons[variant]} className="canvas-alert__icon" />
      <div className="canvas-alert__text">
        <strong className="canvas-alert__title">{title}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}

export function EmptyState(props: EmptyStateProps) {
  const { title, flush = false, layout = 'horizontal', reverseOrder = false, imageWidth = 250, children } = props;
  return (
    <div
      className={classNames(
        'canvas-state',
        `canvas-state--${layout}`,
        flush && 'canvas-state--flush',
        reverseOrder && 'canvas-state--reversed',
      )}
      {...testAttributes(props)}
    >
      <div className="canvas-state__text">
        {title !== undefined && <LeveledHeading className="canvas-heading">{title}</LeveledHeading>}
        <div className="canvas-state__content">{children}</div>
      </div>
      <div className="canvas-state__picture" style={{ maxWidth: `${imageWidth}px` }}>
        <Picture name={props.imageName ?? 'emptyStateCharts'} />
      </div>
    </div>
  );
}

const errorPictures: Readonly<Record<NonNullable<ErrorStateProps['type']>, string>> = {
  error: 'errorGeneral',
  support: 'customerSupport',
  lock: 'lock',
};

export function ErrorState(props: ErrorStateProps) {
  const { title, type = 'error', children } = props;
  return (
    <div className="canvas-state canvas-state--vertical" role="alert" {...testAttributes(props)}>
      <div className="canvas-state__picture" style={{ maxWidth: '200px' }}>
        <Picture name={errorPictures[type]} />
      </div>
      <div className="canvas-state__text">
        {title !== undefined && <LeveledHeading className="canvas-heading">{title}</LeveledHeading>}
        <div className="canvas-state__content">{children}</div>
      </div>
    </div>
  );
}

export function LoadingSpinner(props: LoadingSpinnerProps) {
  const { label, showLabel = false, size, layout = 'inline' } = props;
  return (
    <div
      role="status"
      className={classNames('canvas-loading', `canvas-loading--${sizeOf(size, 'sm')}`, `canvas-loading--${layout}`)}
      {...testAttributes(props)}
    >
      <Spinner />
      <span className={showLabel ? 'canvas-loading__label' : 'canvas-sr-only'}>{label}</span>
    </div>
  );
}

export function ProgressBar(props: WithLegacy<ProgressBarProps, { valueMax: number }>) {
  const { title, value = 0, variant = 'success', showPercentage = false, valueDescription } = props;
  const titleId = useId();
  const words = useHostWords();
  const max = props.maxValue ?? props.valueMax ?? 100;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const percentage = `${Math.round(share * 100)}%`;
  return (
    <div className="canvas-progress" {...testAttributes(props)}>
      {(title !== undefined || showPercentage) && (
        <div className="canvas-progress__head">
          <span id={titleId}>{title}</span>
          {showPercentage && <span className="canvas-progress__percentage">{percentage}</span>}
        </div>
      )}
      <div
        role="progressbar"
        className="canvas-progress__track"
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(max, Math.max(0, value))}
        aria-valuetext={valueDescription ?? percentage}
        {...(title === undefined || props['aria-label'] !== undefined
          ? { 'aria-label': props['aria-label'] ?? words.progress }
          : { 'aria-labelledby': titleId })}
      >
        <div
          className={classNames('canvas-progress__bar', `canvas-progress__bar--${variant}`)}
          style={{ width: percentage }}
        />
      </div>
      {valueDescription !== undefined && <div className="canvas-progress__description">{valueDescription}</div>}
    </div>
  );
}

const scoreBand = (score: number) => {
  if (score <= 32) return 'alert';
  return score <= 65 ? 'warning' : 'success';
};

export function ScoreCircle(props: ScoreProps) {
  const words = useHostWords();
  const score = Math.round(Math.min(100, Math.max(0, props.score)));
  return (
    <div
      role="img"
      aria-label={words.score(score)}
      className={classNames('canvas-score', `canvas-score--${scoreBand(score)}`)}
      {...testAttributes(props)}
    >
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle className="canvas-score__track" cx="32" cy="32" r="28" />
        <circle
          className="canvas-score__arc"
          cx="32"
          cy="32"
          r="28"
          pathLength="100"
          strokeDasharray={`${score} 100`}
        />
      </svg>
      <span aria-hidden="true">{score}</span>
    </div>
  );
}
