import { describe, expect, it } from 'vitest';
import type { SyncPhase, SyncStatus, SyncTrigger } from '../../../src/app/extensions/contract/sync.ts';
import { skipReasons, skipReasonText } from '../../../src/app/extensions/shared/explain/skip-reason-text.ts';
import { indianWords } from './test-words.ts';

const { t } = indianWords;
const statuses: readonly SyncStatus[] = ['complete', 'partial', 'off', 'not-supported', 'failed'];
const triggers: readonly SyncTrigger[] = ['manual', 'terminal', 'sweep', 'settings', 'webhook', 'person'];
const phases: readonly SyncPhase[] = ['reading', 'writing', 'finishing', 'waiting', 'done'];

describe('the labels of a sync', () => {
  it.each([
    ['status', statuses.map((status) => t(`sync.status.${status}`))],
    ['trigger', triggers.map((trigger) => t(`sync.trigger.${trigger}`))],
    ['phase', phases.map((phase) => t(`sync.phase.${phase}`))],
    ['reason', skipReasons.map((reason) => skipReasonText(reason, indianWords))],
  ])('are different for every %s', (_, labels) => {
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^\p{Lu}.*[^.]$/u);
  });

  it.each(['moon-phase-wrong', 'toString', 'other', ''])(
    'say that there is another reason where only another version of the app knows it: “%s”',
    (reason) => {
      expect(skipReasonText(reason, indianWords)).toBe('Another reason');
    },
  );
});
