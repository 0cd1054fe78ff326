/** One line of a chart; points that were not measured are left out. */
export interface ChartLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly isDashed?: boolean;
}

export interface Chart {
  readonly title: string;
  readonly xName: string;
  readonly yName: string;
  readonly lines: readonly ChartLine[];
}

const width = 760;
const height = 400;
const plot = { left: 70, right: 230, top: 40, bottom: 50 } as const;
// Told apart without seeing red and green: Okabe and Ito's colours.
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** Draws lines over two logarithmic axes, where what grows in proportion is a straight line of 45 degrees. */
export function drawLineChart({ title, xName, yName, lines }: Chart): string {
  const points = lines.flatMap((line) => line.points);
  const toX = logScale(
    points.map(({ x }) => x),
    plot.left,
    width - plot.right,
  );
  const toY = logScale(
    points.map(({ y }) => y),
    height - plot.bottom,
    plot.top,
  );
  const text = (x: number, y: number, content: string, attributes = ''): string =>
    `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escapeXml(content)}</text>`;
  const grid = [
    ...toX.ticks.map((tick) => {
      const x = toX.place(tick);
      return `<line x1="${round(x)}" x2="${round(x)}" y1="${plot.top}" y2="${height - plot.bottom}" class="grid"/>${text(x, height - plot.bottom + 18, number.format(tick), 'text-anchor="middle"')}`;
    }),
    ...toY.ticks.map((tick) => {
      const y = toY.place(tick);
      return `<line x1="${plot.left}" x2="${width - plot.right}" y1="${round(y)}" y2="${round(y)}" class="grid"/>${text(plot.left - 8, y + 4, number.format(tick), 'text-anchor="end"')}`;
    }),
  ];
  const drawn = lines.map(({ name, points: own, isDashed = false }, index) => {
    const colour = colours[index % colours.length] ?? '#000';
    const places = own.map(({ x, y }) => `${round(toX.place(x))},${round(toY.place(y))}`);
    const dots = places.map((place) => {
      const [x = '', y = ''] = place.split(',');
      return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`;
    });
    const legendY = plot.top + 10 + index * 22;
    const legendX = width - plot.right + 16;
    const dash = isDashed ? ' stroke-dasharray="6 4"' : '';
    return [
      `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
      ...(isDashed ? [] : dots),
      `<line x1="${legendX}" x2="${legendX + 22}" y1="${legendY - 4}" y2="${legendY - 4}" stroke="${colour}" stroke-width="2"${dash}/>`,
      text(legendX + 28, legendY, name),
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    '<style>text{font:12px sans-serif;fill:#222}.title{font-size:15px;font-weight:bold}.grid{stroke:#ddd}</style>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(plot.left, 22, title, 'class="title"'),
    ...grid,
    ...drawn,
    text((plot.left + width - plot.right) / 2, height - 10, xName, 'text-anchor="middle"'),
    text(
      0,
      0,
      yName,
      `text-anchor="middle" transform="translate(16 ${(plot.top + height - plot.bottom) / 2}) rotate(-90)"`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

interface LogScale {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** From the power of ten below the smallest value to the one above the largest. */
function logScale(values: readonly number[], from: number, to: number): LogScale {
  const positive = values.filter((value) => value > 0);
  const lowest = Math.floor(Math.log10(Math.min(...positive)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...positive))));
  return {
    ticks: Array.from({ length: highest - lowest + 1 }, (_, index) => 10 ** (lowest + index)),
    place: (value) => from + ((Math.log10(value) - lowest) / (highest - lowest)) * (to - from),
  };
}

const round = (value: number): string => value.toFixed(1);

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
