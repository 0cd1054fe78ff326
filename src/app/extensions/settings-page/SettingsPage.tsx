import { useExtensionContext } from '@hubspot/ui-extensions';
import { catalogues } from '../shared/words/messages/catalogues.ts';
import { WordsProvider } from '../shared/words/words-context.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';

/** The app's settings, in the words of the user who looks at them. */
export function SettingsPage() {
  const { user, portal } = useExtensionContext<'settings'>();
  return (
    <WordsProvider reader={{ user, portal }} catalogues={catalogues}>
      <SettingsTabs canWrite={user.permissions.includes('integrations-management-write')} />
    </WordsProvider>
  );
}
