import type { IconProps } from '@hubspot/ui-extensions';
import { classNames } from '../class-names.ts';
import { testAttributes } from '../extension-events.ts';
import { sizeOf } from '../sizes.ts';
import { Drawing } from './drawing.tsx';

export function Icon(props: IconProps) {
  const { name, color = 'inherit', size, screenReaderText } = props;
  return (
    <span
      className={classNames(
        'canvas-icon-box',
        `canvas-icon-box--${color}`,
        size !== undefined && `canvas-icon-box--${sizeOf(size, 'md')}`,
      )}
      {...(screenReaderText !== undefined && { role: 'img', 'aria-label': screenReaderText })}
      {...testAttributes(props)}
    >
      <Drawing name={name} />
    </span>
  );
}
