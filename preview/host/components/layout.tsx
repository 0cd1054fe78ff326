import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import type { WithLegacy } from './legacy-props.ts';
import { spaceOf } from './sizes.ts';

type Alignment = NonNullable<FlexProps['align'] | FlexProps['justify'] | BoxProps['alignSelf']>;

const cssAlignments: Readonly<Record<Alignment, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  baseline: 'baseline',
  stretch: 'stretch',
  between: 'space-between',
  around: 'space-around',
  auto: 'auto',
};

export function Flex(props: FlexProps) {
  const { gap, direction = 'row', justify = 'start', align = 'stretch', alignSelf, wrap = false, children } = props;
  const style: CSSProperties = {
    flexDirection: direction,
    gap: spaceOf(gap, 'flush'),
    justifyContent: cssAlignments[justify],
    alignItems: cssAlignments[align],
    flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
    ...(alignSelf !== undefined && { alignSelf: cssAlignments[alignSelf] }),
  };
  return (
    <div className="canvas-flex" style={style} {...testAttributes(props)}>
      {children}
    </div>
  );
}

export function Stack(props: StackProps) {
  const { distance, direction = 'column', justify = 'start', align = 'stretch', width = 'auto', children } = props;
  const style: CSSProperties = {
    flexDirection: direction,
    gap: spaceOf(distance, 'flush'),
    justifyContent: cssAlignments[justify],
    alignItems: cssAlignments[align],
    width,
  };
  return (
    <div className="canvas-flex" style={style} {...testAttributes(props)}>
      {children}
    </div>
  );
}

export function Inline(props: InlineProps) {
  const { gap, justify = 'start', align = 'stretch', children } = props;
  const style: CSSProperties = {
    flexWrap: 'wrap',
    gap: spaceOf(gap, 'flush'),
    justifyContent: cssAlignments[justify],
    alignItems: cssAlignments[align],
  };
  return (
    <div className="canvas-flex" style={style} {...testAttributes(props)}>
      {children}
    </div>
  );
}

const cssFlex = (flex: NonNullable<BoxProps['flex']>): string => {
  if (typeof flex === 'number') return `${flex} 1 0`;
  return { initial: '0 1 auto', auto: '1 1 auto', none: '0 0 auto' }[flex];
};

export function Box(props: BoxProps) {
  const { flex = 'initial', alignSelf = 'auto', children } = props;
  return (
    <div
      className="canvas-box"
      style={{ flex: cssFlex(flex), alignSelf: cssAlignments[alignSelf] }}
      {...testAttributes(props)}
    >
      {children}
    </div>
  );
}

export function AutoGrid(props: AutoGridProps) {
  const { columnWidth, gap, flexible = false, children } = props;
  // A column is never wider than its place, so a narrow sidebar does not scroll sideways.
  const narrowest = `min(${columnWidth}px, 100%)`;
  const style: CSSProperties = {
    gap: spaceOf(gap, 'flush'),
    gridTemplateColumns: `repeat(auto-fill, ${flexible ? `minmax(${narrowest}, 1fr)` : narrowest})`,
  };
  return (
    <div className="canvas-grid" style={style} {...testAttributes(props)}>
      {children}
    </div>
  );
}

export const Spacer = (props: SpacerProps) => (
  <div style={{ height: spaceOf(props.size, 'sm') }} {...testAttributes(props)} />
);

export const Divider = (props: WithLegacy<DividerProps, { distance: NonNullable<DividerProps['size']> }>) => (
  <hr
    className="canvas-divider"
    style={{ marginBlock: spaceOf(props.size ?? props.distance, 'sm') }}
    {...testAttributes(props)}
  />
);

export const Card = (props: CardProps) => (
  <div className="canvas-card" {...testAttributes(props)}>
    {props.children}
  </div>
);

export const Tile = (props: TileProps) => (
  <div
    className={classNames(
      'canvas-tile',
      props.compact === true && 'canvas-tile--compact',
      props.flush === true && 'canvas-tile--flush',
    )}
    {...testAttributes(props)}
  >
    {props.children}
  </div>
);
