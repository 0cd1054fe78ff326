import {
  Flex,
  List,
  Statistics,
  StatisticsItem,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { PeopleBar } from './PeopleBar.tsx';
import type { RunView, SessionView } from './to-run-view.ts';
import type { FixingTab } from './to-warning-views.ts';
import { Warnings } from './Warnings.tsx';

interface RunDetailsProps {
  readonly view: RunView;
  readonly onFix: (tab: FixingTab) => void;
}

/** One sync: how it went, what became of everybody, what it changed, and what is open. */
export function RunDetails({ view, onFix }: RunDetailsProps) {
  const words = useWords();
  return (
    <Flex direction="column" gap="medium">
      <Flex align="center" gap="small" wrap>
        <StatusTag variant={view.status.variant}>{view.status.label}</StatusTag>
        <Text variant="microcopy">{view.trigger}</Text>
      </Flex>
      {view.problem !== null && <Problem problem={view.problem} />}
      {view.problem === null && <PeopleBar people={view.people} />}
      <Warnings families={view.warnings} runId={view.key} onFix={onFix} />
      {view.changes.length > 0 && (
        <Flex direction="column" gap="extra-small">
          <Text format={{ fontWeight: 'demibold' }}>{words.t('audit.changes')}</Text>
          <Statistics>
            {view.changes.map(({ id, label, number }) => (
              <StatisticsItem key={id} label={label} number={number} />
            ))}
          </Statistics>
        </Flex>
      )}
      <Sessions sessions={view.sessions} />
      <Flex direction="column" gap="extra-small">
        <Text format={{ fontWeight: 'demibold' }}>{words.t('audit.settings.title')}</Text>
        <List variant="unordered-styled">
          {view.settings.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </List>
      </Flex>
    </Flex>
  );
}

function Sessions({ sessions }: { readonly sessions: readonly SessionView[] }) {
  const words = useWords();
  if (sessions.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{words.t('audit.sessions')}</Text>
      <Table density="compact" flush>
        <TableHead>
          <TableRow>
            <TableHeader>{words.t('audit.session.when')}</TableHeader>
            <TableHeader>{words.t('audit.session.length')}</TableHeader>
            <TableHeader align="right">{words.t('audit.session.registered')}</TableHeader>
            <TableHeader align="right">{words.t('audit.session.attended')}</TableHeader>
            <TableHeader align="right">{words.t('audit.session.no-show')}</TableHeader>
            <TableHeader align="right">{words.t('audit.session.cancelled')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {sessions.map((session) => (
            <TableRow key={session.key}>
              <TableCell>{session.when}</TableCell>
              <TableCell>{session.length}</TableCell>
              <TableCell align="right">{session.registered}</TableCell>
              <TableCell align="right">{session.attended}</TableCell>
              <TableCell align="right">{session.noShow}</TableCell>
              <TableCell align="right">{session.cancelled}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
