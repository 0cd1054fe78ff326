import type { BarChartProps } from '@hubspot/ui-extensions';

type AxisOptions = NonNullable<BarChartProps['axes']['options']>;

/** The colours that HubSpot's charts know. */
export type ChartColor = NonNullable<AxisOptions['colors']>[string];
