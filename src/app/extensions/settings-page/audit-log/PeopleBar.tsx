import {
  BarChart,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { PeopleView } from './to-run-view.ts';

/** What became of everybody: a bar, and the same in numbers, which add up to all the people there are. */
export function PeopleBar({ people }: { readonly people: PeopleView }) {
  const words = useWords();
  const { parts, eligible, eligibleCount } = people;
  if (eligibleCount === 0) return <Text>{words.t('audit.nobody')}</Text>;
  const whole = words.t('audit.people');
  return (
    <Flex direction="column" gap="small">
      <BarChart
        data={parts.map(({ label, personCount }) => ({ whole, part: label, people: personCount }))}
        axes={{
          x: { field: 'people', fieldType: 'linear', label: whole },
          y: { field: 'whole', fieldType: 'category', label: words.t('audit.outcome') },
          options: {
            groupFieldByColor: 'part',
            stacking: true,
            colors: Object.fromEntries(parts.map(({ label, color }) => [label, color])),
          },
        }}
        options={{ showLegend: true, showTooltips: true }}
      />
      <Table density="compact" flush>
        <TableHead>
          <TableRow>
            <TableHeader>{words.t('audit.outcome')}</TableHeader>
            <TableHeader align="right">{whole}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {parts.map(({ id, label, number }) => (
            <TableRow key={id}>
              <TableCell>{label}</TableCell>
              <TableCell align="right">{number}</TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell>
              <Text format={{ fontWeight: 'demibold' }}>{words.t('audit.all-people')}</Text>
            </TableCell>
            <TableCell align="right">
              <Text format={{ fontWeight: 'demibold' }}>{eligible}</Text>
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </Flex>
  );
}
