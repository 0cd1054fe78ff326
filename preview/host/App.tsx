import { useEffect, useState } from 'react';
import type { PreviewApp } from '../protocol/preview-api.ts';
import { IframeDialog } from './chrome/IframeDialog.tsx';
import { Problem } from './chrome/Problem.tsx';
import { Toasts } from './chrome/Toasts.tsx';
import { TopBar } from './chrome/TopBar.tsx';
import { AppProvider } from './data/app-context.ts';
import { fetchJson } from './data/fetch-json.ts';
import { pathOf, useHref } from './routing/location.ts';
import { renderRoute } from './routing/routes.tsx';

/** The whole page: HubSpot's surroundings and, in them, what the address names. */
export function App() {
  const [app, setApp] = useState<PreviewApp | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const path = pathOf(useHref());

  useEffect(() => {
    fetchJson<PreviewApp>('/preview/app').then(setApp, (error: unknown) => setProblem(String(error)));
  }, []);

  if (problem !== null) return <Problem title="The preview has no connection" text={problem} />;
  if (app === null) return null;
  return (
    <AppProvider value={app}>
      <TopBar path={path} />
      {renderRoute(path)}
      <IframeDialog />
      <Toasts />
    </AppProvider>
  );
}
