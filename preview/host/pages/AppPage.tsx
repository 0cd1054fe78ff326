import { useMemo } from 'react';
import { Problem } from '../chrome/Problem.tsx';
import { useApp } from '../data/app-context.ts';
import { ExtensionFrame } from '../extension/ExtensionFrame.tsx';
import { queryOf, useHref } from '../routing/location.ts';

/** The app's own page, if it has one; the rest of the address is the extension's business. */
export function AppPage({ path }: { readonly path: string }) {
  const { appName, extensions } = useApp();
  const search = queryOf(useHref()).toString();
  const pageLocation = useMemo(
    () => ({ path, params: Object.fromEntries(new URLSearchParams(search)) }),
    [path, search],
  );
  const page = extensions.find(({ location }) => location === 'home' || location === 'pages');
  return (
    <main className="page">
      <h1 lang="en">{appName}</h1>
      {page === undefined ? (
        <Problem title="No page" text="The app has no page of its own." />
      ) : (
        <ExtensionFrame extension={page} pageLocation={pageLocation} />
      )}
    </main>
  );
}
