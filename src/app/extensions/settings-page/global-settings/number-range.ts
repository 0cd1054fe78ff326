/** Of a setting that is a whole number. */
export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** As the server checks them; what is outside does not need a call to be found wrong. */
export const numberRanges = {
  backfillDays: { minimum: 0, maximum: 180 },
  zoomSharePercent: { minimum: 1, maximum: 100 },
} as const satisfies Readonly<Record<string, NumberRange>>;

export type NumberField = keyof typeof numberRanges;

export const isInRange = (value: number, { minimum, maximum }: NumberRange): boolean =>
  Number.isInteger(value) && value >= minimum && value <= maximum;

export const findNumbersOutOfRange = (values: Readonly<Record<NumberField, number>>): readonly NumberField[] =>
  (['backfillDays', 'zoomSharePercent'] as const).filter((field) => !isInRange(values[field], numberRanges[field]));
