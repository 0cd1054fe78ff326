import { Alert, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { type ReactNode, useCallback, useState } from 'react';
import { useFunction } from '../shared/use-function.ts';
import { useWords } from '../shared/words/words-context.tsx';
import { findSetUpTask, type SetUpTask } from './find-set-up-task.ts';
import { GlobalSettingsTab } from './global-settings/GlobalSettingsTab.tsx';
import { HomeTab } from './home/HomeTab.tsx';
import { overviewShape } from './home/overview-shape.ts';
import { readLoad } from './saving/answer-shapes.ts';
import { SectionBoundary } from './SectionBoundary.tsx';
import { SetUpTab } from './set-up/SetUpTab.tsx';
import type { OpenTab, SettingsTab } from './settings-tab.ts';
import { UsersTab } from './users/UsersTab.tsx';

const noParameters = {};
const tabIds = ['home', 'global-settings', 'users', 'set-up'] as const satisfies readonly SettingsTab[];

interface SettingsTabsProps {
  /** Without it everything is shown and nothing can be changed. */
  readonly canWrite: boolean;
}

/**
 * The tabs of the page. Each loads when it is first looked at, and stays as it is from then on: nothing that somebody has
 * typed or begun is lost by looking at another. As long as there is something to set up, that comes first.
 */
export function SettingsTabs({ canWrite }: SettingsTabsProps) {
  const words = useWords();
  const { load: answered, reload } = useFunction('get_overview', noParameters);
  const overview = { load: readLoad(answered, overviewShape), reload };
  const [chosen, setChosen] = useState<SettingsTab | null>(null);
  const [visited, setVisited] = useState<ReadonlySet<SettingsTab>>(new Set(['home']));
  const [isDirty, setIsDirty] = useState(false);
  const [revision, setRevision] = useState(0);

  const task = findSetUpTask(overview.load);
  const [firstTask, setFirstTask] = useState<SetUpTask | null>(null);
  // Whoever has finished the set-up stays where they are.
  if (task !== null && firstTask === null) setFirstTask(task);
  const selected = chosen ?? (firstTask === null ? 'home' : 'set-up');
  if (!visited.has(selected)) setVisited(new Set([...visited, selected]));

  const openTab: OpenTab = setChosen;
  const refresh = useCallback(() => {
    reload();
    setRevision((before) => before + 1);
  }, [reload, setRevision]);
  // A tab that shows settings begins anew when another tab has saved some, unless that would lose what is not saved.
  const [savedElsewhere, setSavedElsewhere] = useState({ forGlobalSettings: 0, forUsers: 0 });
  const onSettingsSaved = (from: SettingsTab) => {
    setSavedElsewhere((before) => ({
      forGlobalSettings: before.forGlobalSettings + Number(from !== 'global-settings' && !isDirty),
      forUsers: before.forUsers + Number(from !== 'users'),
    }));
    refresh();
  };

  const titles: Readonly<Record<SettingsTab, string>> = {
    home: words.t('home.tab.home'),
    'global-settings': words.t(isDirty ? 'home.tab.global-settings-unsaved' : 'home.tab.global-settings'),
    users: words.t('home.tab.users'),
    'set-up': words.t(task === null ? 'home.tab.set-up' : 'home.tab.set-up-open'),
  };
  const contents: Readonly<Record<SettingsTab, ReactNode>> = {
    home: (
      <HomeTab
        canWrite={canWrite}
        overview={overview}
        revision={revision}
        onChanged={refresh}
        onSettingsSaved={() => onSettingsSaved('home')}
        openTab={openTab}
      />
    ),
    'global-settings': (
      <GlobalSettingsTab
        key={savedElsewhere.forGlobalSettings}
        canWrite={canWrite}
        onChanged={() => onSettingsSaved('global-settings')}
        onDirtyChange={setIsDirty}
      />
    ),
    users: <UsersTab key={savedElsewhere.forUsers} canWrite={canWrite} onChanged={() => onSettingsSaved('users')} />,
    'set-up': (
      <Flex direction="column" gap="medium">
        {task !== null && (
          <Alert title={words.t(`home.set-up.${task}.title`)} variant="info">
            <Text>{words.t(`home.set-up.${task}.text`)}</Text>
          </Alert>
        )}
        <SetUpTab canWrite={canWrite} overview={overview} onReady={refresh} onOpenTab={openTab} />
      </Flex>
    ),
  };

  return (
    <Flex direction="column" gap="medium">
      {!canWrite && (
        <Alert title={words.t('home.read-only.title')} variant="info">
          <Text>{words.t('home.read-only.text')}</Text>
        </Alert>
      )}
      <Tabs
        selected={selected}
        onSelectedChange={(tab: number | string) => setChosen(tabIds.find((id) => id === tab) ?? 'home')}
      >
        {tabIds.map((tab) => (
          <Tab key={tab} tabId={tab} title={titles[tab]} testId={`tab-${tab}`}>
            {visited.has(tab) ? <SectionBoundary>{contents[tab]}</SectionBoundary> : null}
          </Tab>
        ))}
      </Tabs>
    </Flex>
  );
}
