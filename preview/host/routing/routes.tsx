import type { ReactElement } from 'react';
import { AppPage } from '../pages/AppPage.tsx';
import { ContactPage } from '../pages/ContactPage.tsx';
import { ContactsPage } from '../pages/ContactsPage.tsx';
import { MarketingEventPage } from '../pages/MarketingEventPage.tsx';
import { MarketingEventsPage } from '../pages/MarketingEventsPage.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { SettingsPage } from '../pages/SettingsPage.tsx';
import { WorkflowPage } from '../pages/WorkflowPage.tsx';
import { ZoomPage } from '../pages/ZoomPage.tsx';

type Params = Readonly<Record<string, string | undefined>>;

interface Route {
  readonly pattern: RegExp;
  render(params: Params): ReactElement;
}

/** Every page of the preview; the first pattern that fits counts. */
const routes: readonly Route[] = [
  { pattern: /^\/contacts\/?$/, render: () => <ContactsPage /> },
  { pattern: /^\/contacts\/(?<id>\d+)\/?$/, render: ({ id = '' }) => <ContactPage key={id} contactId={id} /> },
  { pattern: /^\/settings\/?$/, render: () => <SettingsPage /> },
  { pattern: /^\/marketing-events\/?$/, render: () => <MarketingEventsPage /> },
  {
    pattern: /^\/marketing-events\/(?<id>\d+)\/?$/,
    render: ({ id = '' }) => <MarketingEventPage key={id} eventId={id} />,
  },
  { pattern: /^\/workflow\/?$/, render: () => <WorkflowPage /> },
  { pattern: /^\/zoom\/?$/, render: () => <ZoomPage /> },
  { pattern: /^\/app(?<path>\/.*)?$/, render: ({ path = '/' }) => <AppPage path={path} /> },
];

export function renderRoute(path: string): ReactElement {
  for (const { pattern, render } of routes) {
    const match = pattern.exec(path);
    if (match !== null) return render(match.groups ?? {});
  }
  return <NotFoundPage />;
}
