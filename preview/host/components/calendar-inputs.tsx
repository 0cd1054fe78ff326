import type { BaseDate, DateInputEventsPayload, DateInputProps, TimeInputProps } from '@hubspot/ui-extensions';
import { type KeyboardEvent, useId, useReducer } from 'react';
import { parseClockTime, parseIsoDate, timesBetween, toClockTime, toIsoDate } from './calendar-values.ts';
import { nextDraft, type Draft, type DraftEvent } from './draft.ts';
import { callExtension } from './extension-events.ts';
import { controlAttributes, Field } from './field.tsx';
import { useFormField } from './form.tsx';
import type { HostWords } from './words/host-words.ts';
import { useHostWords } from './words/use-host-words.ts';

type Handler<V> = ((value: V) => unknown) | undefined;

type PartsOptions<V> = {
  readonly name: string;
  readonly given: string | undefined;
  readonly first: string;
  readonly parse: (text: string) => V | null;
  readonly onChange: Handler<V>;
  readonly onFocus: Handler<V>;
  readonly onBlur: Handler<V>;
  readonly isAllowed: (text: string) => boolean;
};

/** A date or time is committed as soon as it is whole, as when it is picked from a list. */
function usePartsDraft<V>(options: PartsOptions<V>) {
  const { given, first, parse } = options;
  const [draft, dispatch] = useReducer<(draft: Draft<string>, event: DraftEvent<string>) => Draft<string>>(nextDraft, {
    text: first,
    committed: first,
    given,
    echoes: [],
    isFocused: false,
    generation: 0,
  });
  const tell = (handler: Handler<V>, text: string) => {
    const value = text === '' ? null : parse(text);
    // The SDK's types have no word for an emptied field, which HubSpot tells as null.
    void callExtension<[value: never]>(handler, value as never);
  };
  const set = (text: string) => {
    const isWhole = text === '' || (parse(text) !== null && options.isAllowed(text));
    if (!isWhole || text === draft.committed) {
      dispatch({ type: 'typed', text, echo: undefined });
      return;
    }
    dispatch({ type: 'committed', text });
    tell(options.onChange, text);
  };
  const generation = useFormField({ name: options.name, read: () => parse(draft.text) ?? undefined });
  if (given !== draft.given) dispatch({ type: 'given', value: given, empty: '' });
  if (generation !== draft.generation) dispatch({ type: 'reset', value: first, generation });
  return {
    text: draft.text,
    set,
    inputAttributes: {
      value: draft.text,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => set(event.currentTarget.value),
      onFocus: () => {
        dispatch({ type: 'focused' });
        tell(options.onFocus, draft.text);
      },
      onBlur: () => {
        dispatch({ type: 'blurred' });
        tell(options.onBlur, draft.text);
      },
    },
  };
}

const isoOf = (date: BaseDate | undefined | null) => (date == null ? undefined : toIsoDate(date));

const today = () => {
  const now = new Date();
  return toIsoDate({ year: now.getFullYear(), month: now.getMonth(), date: now.getDate() });
};

/** HubSpot greys out the days outside of the limits; a typed one is refused here with the same words. */
function limitMessage(text: string, props: DateInputProps, words: HostWords): string | undefined {
  const min = isoOf(props.min);
  const max = isoOf(props.max);
  if (text === '') return undefined;
  if (min !== undefined && text < min) return props.minValidationMessage ?? words.chooseFrom(min);
  if (max !== undefined && text > max) return props.maxValidationMessage ?? words.chooseUntil(max);
  return undefined;
}

export function DateInput(props: DateInputProps) {
  const { format = 'short', readOnly = false, todayButtonLabel, clearButtonLabel } = props;
  const id = useId();
  const words = useHostWords();
  const given = isoOf(props.value);
  const { text, set, inputAttributes } = usePartsDraft<DateInputEventsPayload>({
    name: props.name,
    given,
    first: given ?? isoOf(props.defaultValue) ?? '',
    parse: (iso) => parseIsoDate(iso, format),
    onChange: props.onChange,
    onFocus: props.onFocus,
    onBlur: props.onBlur,
    isAllowed: (iso) => limitMessage(iso, props, words) === undefined,
  });
  const refusal = parseIsoDate(text, format) === null ? undefined : limitMessage(text, props, words);
  const field = refusal === undefined ? props : { ...props, error: true, validationMessage: refusal };
  return (
    <Field id={id} field={field}>
      <div className="canvas-calendar">
        <input
          className="canvas-input"
          type="date"
          name={props.name}
          readOnly={readOnly}
          min={isoOf(props.min)}
          max={isoOf(props.max)}
          {...controlAttributes(id, field)}
          {...inputAttributes}
        />
        {todayButtonLabel !== undefined && !readOnly && (
          <button type="button" className="canvas-calendar__button" onClick={() => set(today())}>
            {todayButtonLabel}
          </button>
        )}
        {clearButtonLabel !== undefined && !readOnly && text !== '' && (
          <button type="button" className="canvas-calendar__button" onClick={() => set('')}>
            {clearButtonLabel}
          </button>
        )}
      </div>
    </Field>
  );
}

export function TimeInput(props: TimeInputProps) {
  const id = useId();
  const timesId = `${id}-times`;
  const given = props.value == null ? undefined : toClockTime(props.value);
  const min = props.min === undefined ? undefined : toClockTime(props.min);
  const max = props.max === undefined ? undefined : toClockTime(props.max);
  const { inputAttributes } = usePartsDraft({
    name: props.name,
    given,
    first: given ?? (props.defaultValue == null ? '' : toClockTime(props.defaultValue)),
    parse: parseClockTime,
    onChange: props.onChange,
    onFocus: props.onFocus,
    onBlur: props.onBlur,
    isAllowed: (time) => (min === undefined || time >= min) && (max === undefined || time <= max),
  });
  const openList = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    event.currentTarget.showPicker();
  };
  return (
    <Field id={id} field={props}>
      <input
        className="canvas-input"
        type="time"
        name={props.name}
        readOnly={props.readOnly ?? false}
        min={min}
        max={max}
        list={timesId}
        {...controlAttributes(id, props)}
        {...inputAttributes}
        onKeyDown={openList}
      />
      <datalist id={timesId}>
        {timesBetween(props.min, props.max, props.interval ?? 30).map((time) => (
          <option key={time} value={time} />
        ))}
      </datalist>
    </Field>
  );
}
