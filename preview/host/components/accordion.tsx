import type { AccordionProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { LeveledHeading } from './heading-level.tsx';
import { Drawing } from './icons/drawing.tsx';
import { sizeOf } from './sizes.ts';
import { useChoice } from './use-choice.ts';

export function Accordion(props: AccordionProps) {
  const { title, disabled = false, size, children } = props;
  const id = useId();
  const choice = useChoice({ given: props.open, initial: props.defaultOpen ?? false, empty: false });
  const isOpen = choice.value;
  return (
    <div
      className={classNames('canvas-accordion', `canvas-accordion--${sizeOf(size, 'sm')}`)}
      {...testAttributes(props)}
    >
      <LeveledHeading className="canvas-accordion__heading">
        <button
          type="button"
          id={`${id}-title`}
          className="canvas-accordion__title"
          disabled={disabled}
          aria-expanded={isOpen}
          aria-controls={`${id}-content`}
          onClick={() => choice.choose(!isOpen, props.onClick)}
        >
          <Drawing name="right" className="canvas-accordion__carat" />
          {title}
        </button>
      </LeveledHeading>
      <div
        id={`${id}-content`}
        role="region"
        aria-labelledby={`${id}-title`}
        className="canvas-accordion__content"
        hidden={!isOpen}
      >
        {children}
      </div>
    </div>
  );
}
