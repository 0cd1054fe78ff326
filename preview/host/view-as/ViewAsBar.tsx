import { useEffect } from 'react';
import { useApp } from '../data/app-context.ts';
import { goTo, useHref } from '../routing/location.ts';
import { viewLanguages } from './languages.ts';
import { useViewAs } from './use-view-as.ts';
import { changeViewAs } from './view-as.ts';

/** One of each part of the world that the app's languages are spoken in. */
const timeZones = ['America/New_York', 'America/Sao_Paulo', 'Europe/Berlin', 'Asia/Taipei', 'UTC'];

/** Language, rights and time zone of the person who looks. */
export function ViewAsBar() {
  const { portal } = useApp();
  const { language, mayWrite, timeZone } = useViewAs();
  const href = useHref();
  const change = (name: Parameters<typeof changeViewAs>[1], value: string | null): void =>
    goTo(changeViewAs(href, name, value), { replaces: true });

  useEffect(() => {
    document.documentElement.lang = language.tag;
  }, [language]);

  return (
    <div className="view-as" role="group" aria-label="View as" lang="en">
      <span className="view-as-title" aria-hidden>
        View as
      </span>
      <select
        aria-label="Language"
        value={language.language}
        onChange={({ target }) => change('language', target.value === 'en' ? null : target.value)}
      >
        {viewLanguages.map((one) => (
          <option key={one.language} value={one.language} lang={one.tag}>
            {one.name}
          </option>
        ))}
      </select>
      <select
        aria-label="Permissions"
        value={mayWrite ? 'write' : 'read'}
        onChange={({ target }) => change('permissions', target.value === 'read' ? 'read' : null)}
      >
        <option value="write">May change settings</option>
        <option value="read">May only look</option>
      </select>
      <select
        aria-label="Time zone"
        value={timeZone ?? ''}
        onChange={({ target }) => change('timeZone', target.value === '' ? null : target.value)}
      >
        <option value="">{portal.timeZone} (account)</option>
        {[...new Set([...timeZones, ...(timeZone === null ? [] : [timeZone])])].map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
    </div>
  );
}
