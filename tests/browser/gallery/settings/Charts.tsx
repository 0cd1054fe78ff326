import { BarChart, LineChart } from '@hubspot/ui-extensions';

const days = [
  { day: '2026-11-16', state: 'attended', people: 12 },
  { day: '2026-11-16', state: 'missed', people: 4 },
  { day: '2026-11-17', state: 'attended', people: 30 },
  { day: '2026-11-17', state: 'missed', people: 9 },
  { day: '2026-11-18', state: 'attended', people: 21 },
  { day: '2026-11-18', state: 'missed', people: 15 },
];

const labels = { propertyLabels: { state: { attended: 'Attended', missed: 'Missed' } } };

export const Charts = () => (
  <>
    <BarChart
      data={{ data: days, options: labels }}
      axes={{
        x: { field: 'day', fieldType: 'datetime', label: 'Day' },
        y: { field: 'people', fieldType: 'linear', label: 'People' },
        options: { groupFieldByColor: 'state', stacking: true, colors: { attended: 'green' } },
      }}
      options={{ title: 'People synced', showLegend: true, showDataLabels: true, showTooltips: true }}
    />
    <LineChart
      data={days.filter(({ state }) => state === 'attended')}
      axes={{
        x: { field: 'day', fieldType: 'datetime', label: 'Day' },
        y: { field: 'people', fieldType: 'linear', label: 'People' },
      }}
      options={{ title: 'Attended', showDataLabels: true, colorList: ['aqua'] }}
    />
    <BarChart
      data={[
        { reason: 'Internal domain', people: 31 },
        { reason: 'No e-mail address', people: 12 },
      ]}
      axes={{ x: { field: 'people', fieldType: 'linear' }, y: { field: 'reason', fieldType: 'category' } }}
      options={{ showLegend: true }}
    />
  </>
);
