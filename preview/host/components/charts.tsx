import type { BarChartProps, ChartProps, LineChartProps } from '@hubspot/ui-extensions';
import { type ReactNode, useId, useLayoutEffect, useState } from 'react';
import {
  Bar,
  BarChart as RechartsBarChart,
  CartesianGrid,
  LabelList,
  Line,
  LineChart as RechartsLineChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type ChartData, chartData } from './chart-data.ts';
import { testAttributes } from './extension-events.ts';
import { useHostWords, useLanguage } from './words/use-host-words.ts';

const heightPixels = 280;

const axisText = { fontSize: 12, fill: 'var(--canvas-text-subtle)' };

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The numbers of the picture, for those who do not see it. */
const NumbersTable = ({ data, title }: { readonly data: ChartData; readonly title: string }) => (
  <div className="canvas-sr-only">
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{data.placeLabel}</th>
          {data.series.map((series) => (
            <th key={series.key} scope="col">
              {series.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row, index) => (
          <tr key={index}>
            <th scope="row">{row['place']}</th>
            {data.series.map((series) => (
              <td key={series.key}>{row[series.key] ?? ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Legend = ({ data }: { readonly data: ChartData }) => (
  <ul className="canvas-chart__legend" aria-hidden="true">
    {data.series.map((series) => (
      <li key={series.key}>
        <span className="canvas-chart__swatch" style={{ background: series.color }} />
        {series.name}
      </li>
    ))}
  </ul>
);

type FrameProps = {
  readonly props: ChartProps;
  readonly data: ChartData;
  readonly draw: (width: number) => ReactNode;
};

function ChartFrame({ props, data, draw }: FrameProps) {
  const { title, showLegend = false } = props.options ?? {};
  const titleId = useId();
  const words = useHostWords();
  const [box, setBox] = useState<HTMLElement | null>(null);
  const width = useWidth(box);
  const name = title ?? words.valuesBy(data.valueLabel, data.placeLabel);
  return (
    <figure
      className="canvas-chart"
      {...(title === undefined ? { 'aria-label': name } : { 'aria-labelledby': titleId })}
      {...testAttributes(props)}
    >
      {title !== undefined && (
        <figcaption id={titleId} className="canvas-chart__title">
          {title}
        </figcaption>
      )}
      {showLegend && <Legend data={data} />}
      <div ref={setBox} className="canvas-chart__picture" aria-hidden="true">
        {width > 0 && draw(width)}
      </div>
      <NumbersTable data={data} title={name} />
    </figure>
  );
}

/**
 * Grid, axes and tooltip.
 *
 * @param endPixels - free room at both ends of the first axis
 */
const commonParts = (data: ChartData, options: NonNullable<ChartProps['options']>, endPixels: number) => {
  const placeLabel = { value: data.placeLabel, style: axisText };
  const valueLabel = { value: data.valueLabel, style: { ...axisText, textAnchor: 'middle' } } as const;
  const places = { dataKey: 'place', type: 'category', tick: axisText, tickLine: false } as const;
  const values = { type: 'number', tick: axisText, tickLine: false, axisLine: false, allowDecimals: false } as const;
  return [
    <CartesianGrid
      key="grid"
      vertical={data.isSideways}
      horizontal={!data.isSideways}
      stroke="var(--canvas-line-soft)"
    />,
    data.isSideways ? (
      <XAxis key="x" {...values} height={44} label={{ ...valueLabel, position: 'insideBottom', offset: 0 }} />
    ) : (
      <XAxis
        key="x"
        {...places}
        padding={{ left: endPixels, right: endPixels }}
        height={44}
        interval="preserveStartEnd"
        minTickGap={12}
        label={{ ...placeLabel, position: 'insideBottom', offset: 0 }}
      />
    ),
    data.isSideways ? (
      <YAxis key="y" {...places} width={112} />
    ) : (
      <YAxis key="y" {...values} width={56} label={{ ...valueLabel, angle: -90, position: 'insideLeft', offset: 10 }} />
    ),
    options.showTooltips === true && (
      <Tooltip
        key="tooltip"
        isAnimationActive={false}
        cursor={{ fill: 'transparent' }}
        // Light colours of series cannot be read on white.
        itemStyle={{ color: 'var(--canvas-text)' }}
      />
    ),
  ];
};

const margin = { top: 20, right: 16, bottom: 4, left: 0 };

export function BarChart(props: BarChartProps) {
  const data = chartData(props, useLanguage());
  const options = props.options ?? {};
  const isStacked = props.axes.options?.stacking === true;
  return (
    <ChartFrame
      props={props}
      data={data}
      draw={(width) => (
        <RechartsBarChart
          width={width}
          height={heightPixels}
          data={[...data.rows]}
          layout={data.isSideways ? 'vertical' : 'horizontal'}
          margin={margin}
          accessibilityLayer={false}
        >
          {commonParts(data, options, 0)}
          {data.series.map(({ key, name, color, ink }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              fill={color}
              maxBarSize={56}
              isAnimationActive={false}
              {...(isStacked && { stackId: 'all' })}
            >
              {options.showDataLabels === true && (
                <LabelList
                  dataKey={key}
                  position={isStacked ? 'center' : data.isSideways ? 'right' : 'top'}
                  style={isStacked ? { ...axisText, fill: ink } : axisText}
                />
              )}
            </Bar>
          ))}
        </RechartsBarChart>
      )}
    />
  );
}

/** Lines that are stacked stand on each other: every one shows the sum of itself and those below. */
function stackRows(data: ChartData): ChartData {
  const rows = data.rows.map((row) => {
    let sum = 0;
    const stacked: Record<string, string | number> = { ...row };
    for (const { key } of data.series) {
      sum += Number(row[key] ?? 0);
      stacked[key] = sum;
    }
    return stacked;
  });
  return { ...data, rows };
}

export function LineChart(props: LineChartProps) {
  const data = chartData(props, useLanguage());
  const options = props.options ?? {};
  const drawn = props.axes.options?.stacking === true ? stackRows(data) : data;
  return (
    <ChartFrame
      props={props}
      data={data}
      draw={(width) => (
        <RechartsLineChart
          width={width}
          height={heightPixels}
          data={[...drawn.rows]}
          margin={margin}
          accessibilityLayer={false}
        >
          {commonParts({ ...drawn, isSideways: false }, options, 24)}
          {drawn.series.map(({ key, name, color }) => (
            <Line
              key={key}
              dataKey={key}
              name={name}
              stroke={color}
              strokeWidth={2}
              dot={{ r: 3, fill: color }}
              isAnimationActive={false}
            >
              {options.showDataLabels === true && <LabelList dataKey={key} position="top" style={axisText} />}
            </Line>
          ))}
        </RechartsLineChart>
      )}
    />
  );
}
