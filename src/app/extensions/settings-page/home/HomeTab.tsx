import { Flex, LoadingSpinner, useDebounce } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import type { OverviewAnswer } from '../../contract/overview.ts';
import { callFunction } from '../../shared/call-function.ts';
import type { Load } from '../../shared/load.ts';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { SectionBoundary } from '../SectionBoundary.tsx';
import type { OpenTab } from '../settings-tab.ts';
import { useSyncJobs } from '../sync/use-sync-jobs.ts';
import { keyOf, toParameters, type WebinarSubject } from '../sync/webinar-subject.ts';
import { useListing } from '../use-listing.ts';
import { Health } from './health/Health.tsx';
import { Notices } from './health/Notices.tsx';
import { SyncById } from './SyncById.tsx';
import { SyncJobList } from './SyncJobList.tsx';
import { SweepsSection } from './sweeps/SweepsSection.tsx';
import { useSweeps } from './sweeps/use-sweeps.ts';
import type { RowActions } from './webinars/row-actions.ts';
import { useWebinarSwitches } from './webinars/use-webinar-switches.ts';
import { WebinarsSection } from './webinars/WebinarsSection.tsx';
import { changeQuery, firstWebinarsQuery, toListParameters } from './webinars/webinars-query.ts';

interface HomeTabProps {
  readonly canWrite: boolean;
  readonly overview: { readonly load: Load<OverviewAnswer>; readonly reload: () => void };
  /** Another number loads everything again. */
  readonly revision: number;
  /** Something was synced. */
  readonly onChanged: () => void;
  /** A webinar was switched on or off. */
  readonly onSettingsSaved: () => void;
  readonly openTab: OpenTab;
}

/** The state of the sync, every webinar, and what can be done with it. */
export function HomeTab({ canWrite, overview, revision, onChanged, onSettingsSaved, openTab }: HomeTabProps) {
  const words = useWords();
  const [nowMs] = useState(() => Date.now());
  const [query, setQuery] = useState(firstWebinarsQuery);
  const text = useDebounce(query.text);
  const listing = useListing('list_webinars', toListParameters({ ...query, text }), revision);
  const answer = listing.load.kind === 'loaded' ? listing.load.answer : null;

  // A row that goes would close its panel, so an open audit log keeps the table as it is.
  const isAuditLogOpen = useRef(false);
  const isRefreshWaiting = useRef(false);
  const refresh = () => {
    if (isAuditLogOpen.current) isRefreshWaiting.current = true;
    else onChanged();
  };

  const { jobs, start, dismiss } = useSyncJobs<WebinarSubject>(refresh);
  const sweeps = useSweeps(refresh);
  const switches = useWebinarSwitches(answer, onSettingsSaved);
  const sync = (subject: WebinarSubject, runId: string | null) => {
    const step = (place: { readonly runId?: string }) =>
      callFunction('sync_webinar', { ...toParameters(subject), ...place });
    start({ key: keyOf(subject), subject, step }, runId);
  };
  const known = overview.load.kind === 'loaded' ? overview.load.answer : null;
  const connections = known === null ? [] : known.connections.map(({ name }) => name);

  const actions: RowActions = {
    canWrite,
    findSync: (subject) => jobs.find(({ key }) => key === keyOf(subject))?.state ?? null,
    sync,
    switches,
    onAuditLogOpen: () => {
      isAuditLogOpen.current = true;
    },
    onAuditLogClose: (hasChanged) => {
      isAuditLogOpen.current = false;
      if (!hasChanged && !isRefreshWaiting.current) return;
      isRefreshWaiting.current = false;
      onChanged();
    },
    openTab,
  };

  return (
    <Flex direction="column" gap="large">
      <SectionBoundary>
        {overview.load.kind === 'loading' && (
          <LoadingSpinner label={words.t('home.health.loading')} showLabel layout="centered" />
        )}
        {overview.load.kind === 'failed' && (
          <Problem
            problem={overview.load.problem}
            action={{ label: words.t('common.try-again'), onClick: overview.reload }}
          />
        )}
        {known !== null && (
          <Flex direction="column" gap="large">
            <Notices
              overview={known}
              nowMs={nowMs}
              canWrite={canWrite}
              isSweeping={sweeps.state.kind !== 'idle'}
              onSweep={() =>
                sweeps.start(known.connections.map(({ name }) => ({ connection: name, mode: 'due', sweepId: null })))
              }
              openTab={openTab}
            />
            <Health
              overview={known}
              nowMs={nowMs}
              revision={revision}
              onShowAttention={() => setQuery((before) => changeQuery(before, { status: 'attention' }))}
            />
            <SweepsSection overview={known} sweeps={sweeps} canWrite={canWrite} revision={revision} openTab={openTab} />
          </Flex>
        )}
      </SectionBoundary>
      <SyncJobList jobs={jobs} onContinue={sync} onDismiss={dismiss} />
      <SectionBoundary>
        <WebinarsSection
          listing={listing}
          query={query}
          setQuery={setQuery}
          connections={connections}
          actions={actions}
        />
      </SectionBoundary>
      <SyncById canWrite={canWrite} connections={connections} onSync={sync} />
    </Flex>
  );
}
