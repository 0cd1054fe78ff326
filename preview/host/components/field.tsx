import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Drawing } from './icons/drawing.tsx';
import { WithTooltip } from './tooltip.tsx';
import { useHostWords } from './words/use-host-words.ts';

/** What all inputs are told about themselves. */
export type FieldProps = {
  readonly label?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly description?: string | undefined;
  readonly validationMessage?: string | undefined;
  readonly error?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly testId?: string | undefined;
};

const idsOf = (id: string) => ({ label: `${id}-label`, description: `${id}-description`, message: `${id}-message` });

/** What tells assistive technology about an input inside of a `Field`. */
export function controlAttributes(id: string, field: FieldProps) {
  const ids = idsOf(id);
  const described = [
    isGiven(field.description) ? ids.description : undefined,
    isGiven(field.validationMessage) ? ids.message : undefined,
  ].filter((part) => part !== undefined);
  return {
    id,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(field.error === true && { 'aria-invalid': true }),
    // HubSpot marks what is required and leaves the check to the extension.
    ...(field.required === true && { 'aria-required': true }),
  };
}

export const labelIdOf = (id: string): string => idsOf(id).label;

const isGiven = (text: string | undefined): text is string => text !== undefined && text !== '';

const RequiredMark = () => (
  <span className="canvas-field__required" aria-hidden="true">
    *
  </span>
);

function FieldTooltip({ label, text }: { readonly label: string; readonly text: string }) {
  const words = useHostWords();
  return (
    <WithTooltip text={text}>
      <button type="button" className="canvas-field__tooltip" aria-label={words.about(label)}>
        <Drawing name="info" />
      </button>
    </WithTooltip>
  );
}

type FrameProps = {
  readonly id: string;
  readonly field: FieldProps;
  /** A group of controls has a caption; a single control has a label. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
};

/** Label, tooltip and description above an input, and the message below it. */
export function Field({ id, field, isGroup = false, children }: FrameProps) {
  const ids = idsOf(id);
  const caption = (
    <>
      {field.label}
      {field.required === true && <RequiredMark />}
    </>
  );
  return (
    <div
      className={classNames('canvas-field', field.error === true && 'canvas-field--error')}
      {...(field.testId !== undefined && { 'data-test-id': field.testId })}
    >
      {isGiven(field.label) && (
        <div className="canvas-field__head">
          {isGroup ? (
            <span id={ids.label} className="canvas-field__label">
              {caption}
            </span>
          ) : (
            <label id={ids.label} htmlFor={id} className="canvas-field__label">
              {caption}
            </label>
          )}
          {isGiven(field.tooltip) && <FieldTooltip label={field.label} text={field.tooltip} />}
        </div>
      )}
      {isGiven(field.description) && (
        <div id={ids.description} className="canvas-field__description">
          {field.description}
        </div>
      )}
      {children}
      {isGiven(field.validationMessage) && (
        <div
          id={ids.message}
          className={classNames('canvas-field__message', field.error === true && 'canvas-field__message--error')}
        >
          <Drawing name={field.error === true ? 'exclamationCircle' : 'checkCircle'} />
          <span>{field.validationMessage}</span>
        </div>
      )}
    </div>
  );
}
