import { Flex, LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { OverviewAnswer } from '../contract/overview.ts';
import { commonCopy } from '../shared/copy/common.en.ts';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import { explainProblem } from '../shared/explain-problem.ts';
import { createFormats } from '../shared/formats.ts';
import type { Load } from '../shared/load.ts';
import { Problem } from '../shared/Problem.tsx';
import { useFunction } from '../shared/use-function.ts';
import { Connections } from './Connections.tsx';
import { LastRuns } from './LastRuns.tsx';
import { SyncNow } from './SyncNow.tsx';

const noParameters = {};

/** The app's settings: the Zoom accounts, one webinar to sync now, and what the last syncs did. */
export function SettingsPage() {
  const { user, portal } = useExtensionContext<'settings'>();
  const formats = useMemo(() => createFormats({ user, portal }), [user, portal]);
  const { load, reload } = useFunction('get_overview', noParameters);
  return (
    <Flex direction="column" gap="large">
      <Health load={load} reload={reload} />
      <SyncNow formats={formats} onFinished={reload} />
      {load.kind === 'loaded' && <LastRuns runs={load.answer.lastRuns} formats={formats} />}
    </Flex>
  );
}

function Health({ load, reload }: { readonly load: Load<OverviewAnswer>; readonly reload: () => void }) {
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={settingsPageCopy.loading} showLabel layout="centered" />;
    case 'failed':
      return (
        <Problem explanation={explainProblem(load.problem)} action={{ label: commonCopy.tryAgain, onClick: reload }} />
      );
    case 'loaded':
      return <Connections connections={load.answer.connections} />;
  }
}
