import { expect, it } from 'vitest';
import type { ChartProps } from '@hubspot/ui-extensions';
import { chartData } from '../../../preview/host/components/chart-data.ts';

const axes: ChartProps['axes'] = {
  x: { field: 'day', fieldType: 'category', label: 'Day' },
  y: { field: 'people', fieldType: 'linear', label: 'People' },
};
const rows = [
  { day: 'Mon', state: 'came', people: 3 },
  { day: 'Tue', state: 'missed', people: 1 },
  { day: 'Mon', state: 'missed', people: 2 },
];
const colored = { ...axes, options: { groupFieldByColor: 'state', colors: { came: 'darkGreen' as const } } };

it('adds up what falls on one place', () => {
  expect(chartData({ data: rows, axes }, 'en')).toMatchObject({
    rows: [
      { place: 'Mon', value0: 5 },
      { place: 'Tue', value0: 1 },
    ],
    series: [{ name: 'People' }],
    isSideways: false,
  });
});

it('makes a series of every group, in the colours that are asked for', () => {
  const { rows: places, series } = chartData(
    { data: rows, axes: colored, options: { colorList: ['pink', 'aqua'] } },
    'en',
  );
  expect(places).toEqual([
    { place: 'Mon', value0: 3, value1: 2 },
    { place: 'Tue', value1: 1 },
  ]);
  expect(series.map(({ name, color }) => [name, color])).toEqual([
    ['came', '#2d682f'],
    ['missed', '#2ba5b5'],
  ]);
});

it('puts labels in the place of values', () => {
  const labels = { propertyLabels: { state: { came: 'Came' }, day: { Mon: 'Monday' } } };
  const { rows: places, series } = chartData({ data: { data: rows, options: labels }, axes: colored }, 'en');
  expect(places.map(({ place }) => place)).toEqual(['Monday', 'Tue']);
  expect(series.map(({ name }) => name)).toEqual(['Came', 'missed']);
});

it.each([
  ['en', 'Nov 20'],
  ['de', '20. Nov.'],
])('writes days as %s does', (language, expected) => {
  const days = { ...axes, x: { field: 'day', fieldType: 'datetime' as const } };
  const data = [
    { day: '2026-11-20', people: 1 },
    { day: 'some day', people: 1 },
  ];
  expect(chartData({ data, axes: days }, language).rows.map(({ place }) => place)).toEqual([expected, 'some day']);
});

it('lies on its side when the values are on the first axis', () => {
  const sideways = { x: axes.y, y: axes.x };
  expect(chartData({ data: rows, axes: sideways }, 'en')).toMatchObject({
    isSideways: true,
    placeLabel: 'Day',
    valueLabel: 'People',
    rows: [{ place: 'Mon' }, { place: 'Tue' }],
  });
});
