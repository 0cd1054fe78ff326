interface Counts {
  readonly registered: number;
  readonly attended: number;
  readonly noShow: number;
  readonly cancelled: number;
}

const columns = [
  ['registered', 'Registered'],
  ['attended', 'Attended'],
  ['noShow', 'No-show'],
  ['cancelled', 'Cancelled'],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** Headings of the columns that `CountCells` fills. */
export const CountHeads = () =>
  columns.map(([name, heading]) => (
    <th key={name} scope="col" className="number">
      {heading}
    </th>
  ));

export const CountCells = ({ counts }: { readonly counts: Counts }) =>
  columns.map(([name]) => (
    <td key={name} className="number">
      {counts[name]}
    </td>
  ));
