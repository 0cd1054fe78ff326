import { useId, useState } from 'react';
import { Problem } from '../chrome/Problem.tsx';
import { useApp } from '../data/app-context.ts';
import { ExtensionFrame } from '../extension/ExtensionFrame.tsx';

type Tab = 'overview' | 'settings';

/** The app's page among HubSpot's connected apps. */
export function SettingsPage() {
  const { appName, appDescription, extensions } = useApp();
  const [tab, setTab] = useState<Tab>('settings');
  const panelId = useId();
  const settings = extensions.find(({ location }) => location === 'settings');
  const tabs: readonly { readonly id: Tab; readonly title: string }[] = [
    { id: 'overview', title: 'Overview' },
    { id: 'settings', title: 'Settings' },
  ];
  return (
    <main className="page settings-page">
      <div className="settings-head" lang="en">
        <p className="breadcrumb">Connected apps</p>
        <h1>{appName}</h1>
        <div role="tablist" className="page-tabs" aria-label="App">
          {tabs.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${panelId}-${id}`}
              aria-selected={tab === id}
              aria-controls={panelId}
              tabIndex={tab === id ? 0 : -1}
              onClick={() => setTab(id)}
              onKeyDown={({ key }) => {
                if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
                const other = id === 'overview' ? 'settings' : 'overview';
                setTab(other);
                document.getElementById(`${panelId}-${other}`)?.focus();
              }}
            >
              {title}
            </button>
          ))}
        </div>
      </div>
      <div role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${tab}`} className="settings-content">
        {tab === 'overview' ? (
          <p lang="en">{appDescription}</p>
        ) : settings === undefined ? (
          <Problem title="No settings" text="The app has no settings page." />
        ) : (
          <ExtensionFrame extension={settings} />
        )}
      </div>
    </main>
  );
}
