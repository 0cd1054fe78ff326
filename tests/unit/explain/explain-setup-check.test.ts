import { describe, expect, it } from 'vitest';
import type { SetupCheck, SetupCheckName } from '../../../src/app/extensions/contract/setup.ts';
import { explainSetupCheck } from '../../../src/app/extensions/shared/explain/explain-setup-check.ts';
import { aFailure } from '../scripts/builders.ts';
import { indianWords } from './test-words.ts';

const everyName: Readonly<Record<SetupCheckName, true>> = {
  'zoom-connections': true,
  'zoom-credentials': true,
  'zoom-scopes': true,
  'zoom-webinar-plan': true,
  'hubspot-token': true,
  'hubspot-scopes': true,
  'hubspot-definitions': true,
  'sync-switch': true,
};
const names = Object.keys(everyName) as readonly SetupCheckName[];
const everyState: Readonly<Record<SetupCheck['state'], true>> = { ok: true, fixed: true, 'to-do': true, unknown: true };
const states = Object.keys(everyState) as readonly SetupCheck['state'][];

const aCheck = (changes: Partial<SetupCheck> = {}): SetupCheck => ({
  check: 'zoom-scopes',
  connection: null,
  state: 'ok',
  names: [],
  failure: null,
  ...changes,
});

const explain = (changes: Partial<SetupCheck>) => explainSetupCheck(aCheck(changes), indianWords);

describe('B1: a line of the set-up in words', () => {
  it.each(names.flatMap((check) => states.map((state) => [check, state] as const)))(
    'says of %s how it stands when it is %s, and what to do',
    (check, state) => {
      const { title, meaning, fix } = explain({ check, state, names: state === 'fixed' ? ['zwh_a'] : [] });

      expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(meaning).toMatch(/^“?\p{Lu}.*\.$/u);
      expect(fix !== null).toBe(state === 'to-do' || state === 'unknown');
      expect(`${title} ${meaning} ${fix ?? ''}`).not.toMatch(/undefined|null|\[object/u);
    },
  );

  it('has a title for every check, each different', () => {
    const titles = names.map((check) => explain({ check }).title);

    expect(new Set(titles).size).toBe(names.length);
  });

  it('names the Zoom account that it concerns', () => {
    expect(explain({ connection: 'Brand A' }).title).toBe('Zoom permissions: Brand A');
  });

  it('names every missing scope and where to add it', () => {
    const zoom = explain({ state: 'to-do', names: ['a:read', 'b:read'] });
    const hubspot = explain({ check: 'hubspot-scopes', state: 'to-do', names: ['c.read'] });

    expect(zoom.meaning).toContain('a:read and b:read');
    expect(zoom.fix).toContain('Zoom App Marketplace');
    expect(hubspot.meaning).toContain('c.read');
    expect(hubspot.fix).toContain('Install the app');
  });

  it('says what a failure means, whether it is to be put right or only kept the check from being made', () => {
    const failure = aFailure({ system: 'hubspot', reason: { cause: 'hubspot-token-refused' } });
    const toDo = explain({ check: 'hubspot-token', state: 'to-do', failure });
    const unknown = explain({ check: 'hubspot-scopes', state: 'unknown', failure });

    expect(toDo.meaning).toBe('HubSpot refuses the app’s access token.');
    expect(unknown.meaning).toBe('This could not be checked. HubSpot refuses the app’s access token.');
    expect(unknown.fix).toContain('install it again');
  });

  it('has a label for every state, each different', () => {
    const labels = states.map((state) => indianWords.t(`setup.state.${state}`));

    expect(new Set(labels).size).toBe(states.length);
  });
});
