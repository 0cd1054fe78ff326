import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { controlAttributes, Field } from './field.tsx';
import { Drawing } from './icons/drawing.tsx';
import type { WithLegacy } from './legacy-props.ts';
import { WithTooltip } from './tooltip.tsx';
import { useTextDraft } from './use-text-draft.ts';
import { useHostWords, useLanguage } from './words/use-host-words.ts';

/** What the extension gets for an empty field: the SDK's type has no word for it. */
type MaybeNumber = number | undefined;

const parse = (text: string): MaybeNumber => {
  const number = Number(text.trim());
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
};

const formatWith = (precision: number | undefined) => (value: MaybeNumber) => {
  if (value === undefined) return '';
  return String(precision === undefined ? value : Number(value.toFixed(precision)));
};

type LegacyNumber = { onInput: (value: number) => void };

type NumberProps = WithLegacy<
  Pick<NumberInputProps, 'name' | 'value' | 'defaultValue' | 'precision' | 'onChange' | 'onFocus' | 'onBlur'>,
  LegacyNumber
>;

/** An emptied field has no number to tell. */
const numbersOnly = (handler: ((value: number) => unknown) | undefined) =>
  handler && ((value: MaybeNumber) => handler(...([value] as [number])));

function useNumberDraft(props: NumberProps) {
  const format = formatWith(props.precision);
  return useTextDraft<MaybeNumber>({
    name: props.name,
    value: props.value,
    defaultValue: props.defaultValue,
    onInput: numbersOnly(props.onInput),
    onChange: numbersOnly(props.onChange),
    onFocus: numbersOnly(props.onFocus),
    onBlur: numbersOnly(props.onBlur),
    format,
    parse: (text) => parse(formatWith(props.precision)(parse(text))),
  });
}

const stepOf = (precision: number | undefined) => (precision === undefined ? 'any' : 10 ** -precision);

/** The field between what stands before and after it, such as a currency or a percent sign. */
const Affixed = ({
  before,
  after,
  children,
}: {
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly children: ReactNode;
}) => (
  <div className="canvas-affixed">
    {before !== undefined && <span className="canvas-affixed__sign">{before}</span>}
    {children}
    {after !== undefined && <span className="canvas-affixed__sign">{after}</span>}
  </div>
);

export function NumberInput(props: NumberInputProps) {
  const id = useId();
  const { inputAttributes } = useNumberDraft(props);
  return (
    <Field id={id} field={props}>
      <Affixed {...(props.formatStyle === 'percentage' && { after: '%' })}>
        <input
          className={classNames('canvas-input', props.textAlign === 'right' && 'canvas-input--right')}
          type="number"
          inputMode="decimal"
          name={props.name}
          placeholder={props.placeholder}
          readOnly={props.readOnly ?? false}
          min={props.min}
          max={props.max}
          step={stepOf(props.precision)}
          {...controlAttributes(id, props)}
          {...inputAttributes}
        />
      </Affixed>
    </Field>
  );
}

const currencyParts = (currency: string, language: string) => {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
  return { symbol, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
};

export function CurrencyInput(props: CurrencyInputProps) {
  const id = useId();
  const language = useLanguage();
  const { symbol, digits } = currencyParts(props.currency ?? 'USD', language);
  const precision = props.precision ?? digits;
  const { text, isFocused, inputAttributes } = useNumberDraft({ ...props, precision });
  const input = useRef<HTMLInputElement>(null);
  // The field shows another text while it is in focus, and with the text its selection would be lost: typing would add to
  // the amount instead of replacing it.
  useLayoutEffect(() => {
    if (isFocused) input.current?.select();
  }, [isFocused]);
  const amount = parse(text);
  const shown =
    isFocused || amount === undefined
      ? text
      : amount.toLocaleString(language, { minimumFractionDigits: precision, maximumFractionDigits: precision });
  return (
    <Field id={id} field={props}>
      <Affixed before={symbol}>
        <input
          ref={input}
          className="canvas-input"
          type="text"
          inputMode="decimal"
          name={props.name}
          placeholder={props.placeholder}
          readOnly={props.readOnly ?? false}
          {...controlAttributes(id, props)}
          {...inputAttributes}
          value={shown}
        />
      </Affixed>
    </Field>
  );
}

const StepButton = ({
  label,
  icon,
  isAtLimit,
  limitText,
  onStep,
}: {
  readonly label: string;
  readonly icon: 'add' | 'subtract';
  readonly isAtLimit: boolean;
  readonly limitText: string | undefined;
  readonly onStep: () => void;
}) => {
  const button = (
    <button
      type="button"
      className="canvas-stepper__button"
      aria-label={label}
      aria-disabled={isAtLimit}
      onClick={() => {
        if (!isAtLimit) onStep();
      }}
    >
      {icon === 'add' ? <Drawing name="add" /> : <span className="canvas-stepper__minus" aria-hidden="true" />}
    </button>
  );
  return isAtLimit && limitText !== undefined ? <WithTooltip text={limitText}>{button}</WithTooltip> : button;
};

export function StepperInput(props: StepperInputProps) {
  const { min = -Infinity, max = Infinity, stepSize = 1, readOnly = false } = props;
  const id = useId();
  const { text, commitText, inputAttributes } = useNumberDraft(props);
  const words = useHostWords();
  const current = parse(text) ?? 0;
  const format = formatWith(props.precision ?? 10);
  const stepTo = (value: number) => commitText(format(Math.min(max, Math.max(min, value))));
  return (
    <Field id={id} field={props}>
      <div className="canvas-stepper">
        <StepButton
          label={words.decrease(props.label)}
          icon="subtract"
          isAtLimit={readOnly || current <= min}
          limitText={current <= min ? props.minValueReachedTooltip : undefined}
          onStep={() => stepTo(current - stepSize)}
        />
        <Affixed {...(props.formatStyle === 'percentage' && { after: '%' })}>
          <input
            className="canvas-input canvas-stepper__input"
            type="number"
            name={props.name}
            placeholder={props.placeholder}
            readOnly={readOnly}
            min={props.min}
            max={props.max}
            step={stepSize}
            {...controlAttributes(id, props)}
            {...inputAttributes}
          />
        </Affixed>
        <StepButton
          label={words.increase(props.label)}
          icon="add"
          isAtLimit={readOnly || current >= max}
          limitText={current >= max ? props.maxValueReachedTooltip : undefined}
          onStep={() => stepTo(current + stepSize)}
        />
      </div>
    </Field>
  );
}
