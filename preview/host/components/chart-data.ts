import type { ChartColor, ChartDataRow, ChartProps } from '@hubspot/ui-extensions';
import type { WithLegacy } from './legacy-props.ts';

/** HubSpot publishes the names of its chart colours only. */
const palette: Readonly<Record<ChartColor, string>> = {
  orange: '#f2794b',
  aqua: '#2ba5b5',
  purple: '#a08bd6',
  yellow: '#dfa52a',
  pink: '#e178a8',
  blue: '#5a98d6',
  green: '#5fa862',
  darkOrange: '#b84d22',
  darkAqua: '#116b78',
  darkPurple: '#59429a',
  darkYellow: '#966a0e',
  darkPink: '#9c3265',
  darkBlue: '#215b94',
  darkGreen: '#2d682f',
};

const colorNames = Object.keys(palette).filter((name): name is ChartColor => name in palette);

export type Series = {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** For what is written on the colour. */
  readonly ink: string;
};

export type ChartData = {
  /** A row for every place on the first axis, with a number for each series under `value0`, `value1`, … */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly series: readonly Series[];
  readonly placeLabel: string;
  readonly valueLabel: string;
  /** The values are on the horizontal axis, the names on the vertical one. */
  readonly isSideways: boolean;
};

/** The days of a chart are days, wherever the reader is: texts such as 2026-11-20 stay that day. */
function dayOf(value: string | number, language: string): string {
  const [year, month, day] = typeof value === 'string' ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).slice(1) : [];
  const date = year === undefined ? new Date(value) : new Date(Number(year), Number(month) - 1, Number(day));
  return Number.isNaN(date.getTime())
    ? String(value)
    : date.toLocaleDateString(language, { month: 'short', day: 'numeric' });
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

type Options = WithLegacy<NonNullable<ChartProps['options']>, { colors: ChartColor[] }>;

/** Puts the rows of an extension into the form that the drawing needs: one row for each place, one number for each series. */
export function chartData({ data, axes, options = {} }: ChartProps, language: string): ChartData {
  const given: readonly ChartDataRow[] = Array.isArray(data) ? data : data.data;
  const labels = Array.isArray(data) ? {} : (data.options?.propertyLabels ?? {});
  const { x, y, options: pair = {} } = axes;
  const { colorList, colors }: Options = options;
  const isSideways = x.fieldType === 'linear' && y.fieldType !== 'linear';
  const [places, values] = isSideways ? [y, x] : [x, y];
  const groupField = pair.groupFieldByColor;

  const named = (field: string, value: string | number) => labels[field]?.[String(value)] ?? String(value);
  const placeName = (value: string | number) =>
    places.fieldType === 'datetime'
      ? (labels[places.field]?.[String(value)] ?? dayOf(value, language))
      : named(places.field, value);
  const groupOf = (row: ChartDataRow) => (groupField === undefined ? '' : (row[groupField] ?? ''));

  const groups = unique(given.map(groupOf));
  const order = unique([...(colorList ?? colors ?? []), ...colorNames]);
  const series = groups.map((group, index): Series => {
    const color = pair.colors?.[String(group)] ?? order[index % order.length] ?? 'orange';
    return {
      key: `value${index}`,
      name: groupField === undefined ? (values.label ?? values.field) : named(groupField, group),
      color: palette[color],
      ink: color.startsWith('dark') ? '#ffffff' : '#16222d',
    };
  });
  const rows = unique(given.map((row) => row[places.field] ?? '')).map((place) => {
    const row: Record<string, string | number> = { place: placeName(place) };
    for (const source of given) {
      if ((source[places.field] ?? '') !== place) continue;
      const key = `value${groups.indexOf(groupOf(source))}`;
      row[key] = Number(row[key] ?? 0) + Number(source[values.field] ?? 0);
    }
    return row;
  });
  return {
    rows,
    series,
    placeLabel: places.label ?? places.field,
    valueLabel: values.label ?? values.field,
    isSideways,
  };
}
