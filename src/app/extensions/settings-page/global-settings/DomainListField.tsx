import { Box, Button, Flex, Icon, StatusTag, Text, TextArea } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { useWords } from '../../shared/words/words-context.tsx';
import { addEntries } from './domain-entries.ts';
import type { DomainField, EntryProblem } from './domain-problems.ts';

interface DomainListFieldProps {
  readonly field: DomainField;
  readonly entries: readonly string[];
  readonly entriesInForce: readonly string[];
  readonly problems: readonly EntryProblem[];
  readonly isReadOnly: boolean;
  readonly onChange: (change: (entries: readonly string[]) => readonly string[]) => void;
}

/** More would push everything else out of sight. */
const entriesShownMax = 40;

/** A list of domains: add one or many at once, remove each. */
export function DomainListField(props: DomainListFieldProps) {
  const { field, entries, entriesInForce, problems, isReadOnly, onChange } = props;
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const problemEntries = new Set(problems.map(({ entry }) => entry));
  // What has to be corrected must not be among those that are hidden.
  const inOrder = [
    ...entries.filter((entry) => problemEntries.has(entry)),
    ...entries.filter((entry) => !problemEntries.has(entry)),
  ];
  const shown = showsAll ? inOrder : inOrder.slice(0, entriesShownMax);
  return (
    <Flex direction="column" gap="small">
      <Flex direction="column" gap="flush">
        <Text format={{ fontWeight: 'demibold' }}>{t(`settings.field.${field}`)}</Text>
        <Text variant="microcopy">{t(`settings.about.${field}`)}</Text>
      </Flex>
      {!isReadOnly && <AddEntries field={field} entries={entries} onChange={onChange} />}
      {entries.length === 0 && <Text variant="microcopy">{t('settings.domains.none')}</Text>}
      {shown.length > 0 && (
        <Flex gap="extra-small" wrap>
          {shown.map((entry) => (
            <StatusTag
              key={entry}
              testId={`${field}-${entry}`}
              variant={problemEntries.has(entry) ? 'danger' : entriesInForce.includes(entry) ? 'default' : 'info'}
              showRemoveIcon={!isReadOnly}
              onRemoveClick={() => onChange((current) => current.filter((kept) => kept !== entry))}
            >
              {entry}
            </StatusTag>
          ))}
        </Flex>
      )}
      {problems.map(({ entry, problem }) => (
        <Flex key={entry} gap="extra-small" align="center">
          <Icon name="exclamationCircle" color="alert" size="sm" />
          <Text>
            {problem === 'empty'
              ? t('settings.domains.problem.empty')
              : t(`settings.domains.problem.${problem}`, { entry })}
          </Text>
        </Flex>
      ))}
      {inOrder.length > shown.length && (
        <Button size="sm" variant="transparent" onClick={() => setShowsAll(true)}>
          {t('settings.domains.show-all', { count: inOrder.length })}
        </Button>
      )}
    </Flex>
  );
}

type Hint = 'nothing-typed' | 'all-known' | null;

function AddEntries({ field, entries, onChange }: Pick<DomainListFieldProps, 'field' | 'entries' | 'onChange'>) {
  const { t } = useWords();
  // A text that was typed and taken within one drawing never reaches the field as a value; a new field is empty.
  const [round, setRound] = useState(1);
  const [hint, setHint] = useState<Hint>(null);
  // A click on the button may arrive before the last key stroke has been rendered.
  const typed = useRef('');
  const note = (value: string) => {
    typed.current = value;
    setHint(null);
  };
  const add = () => {
    const { typedCount, addedCount } = addEntries(entries, typed.current);
    if (typedCount === 0 || addedCount === 0) {
      setHint(typedCount === 0 ? 'nothing-typed' : 'all-known');
      return;
    }
    const given = typed.current;
    onChange((current) => addEntries(current, given).entries);
    note('');
    setRound((last) => last + 1);
  };
  return (
    <Flex align="end" gap="small">
      <Box flex={1}>
        <TextArea
          key={round}
          name={`${field}-new`}
          testId={`${field}-new`}
          label={t('settings.domains.add-label')}
          description={t('settings.domains.add-description')}
          rows={2}
          resize="vertical"
          error={hint !== null}
          validationMessage={hint === null ? '' : t(`settings.domains.${hint}`)}
          onInput={(value) => {
            typed.current = value;
          }}
          onChange={note}
        />
      </Box>
      <Button testId={`${field}-add`} onClick={add}>
        {t('settings.domains.add')}
      </Button>
    </Flex>
  );
}
