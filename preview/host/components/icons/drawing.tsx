import { classNames } from '../class-names.ts';
import { type DrawnName, drawings, type Shape } from './drawings.ts';

const shapes: Readonly<Record<string, Shape>> = drawings;

/** An icon that only decorates. A name without a drawing of ours is a dot that says its name in `data-icon`. */
export function Drawing({
  name,
  className,
}: {
  readonly name: DrawnName | (string & {});
  readonly className?: string;
}) {
  const shape = shapes[name];
  return (
    <svg className={classNames('canvas-icon', className)} viewBox="0 0 24 24" aria-hidden="true" data-icon={name}>
      {shape === undefined && <circle cx="12" cy="12" r="5" fill="currentColor" />}
      {shape?.areas !== undefined && <path d={shape.areas} fill="currentColor" />}
      {shape?.lines !== undefined && (
        <path
          d={shape.lines}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
