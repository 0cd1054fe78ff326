import { Alert, List, Text } from '@hubspot/ui-extensions';
import type { DomainNote } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';

/** Entries that were saved as something else than was typed. */
export function NotesNotice({ notes }: { readonly notes: readonly DomainNote[] }) {
  const { t } = useWords();
  if (notes.length === 0) return null;
  return (
    <Alert title={t('settings.notes.title')} variant="info">
      <List variant="unordered">
        {notes.map(({ field, given, became }) => (
          <Text key={`${field} ${given}`}>
            {given.includes('@')
              ? t('settings.notes.address', { given, became })
              : t('settings.notes.spelling', { given, became })}
          </Text>
        ))}
      </List>
    </Alert>
  );
}
