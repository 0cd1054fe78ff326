import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act, type ReactNode } from 'react';
import type { PreviewSettingsAnswer, WebinarsPreview } from '../../../src/app/extensions/contract/preview-settings.ts';
import {
  defaultSettings,
  defaultUserSettings,
  type SaveSettingsAnswer,
  type Settings,
  type SettingsAnswer,
  type UserSettings,
  type VersionedSettings,
} from '../../../src/app/extensions/contract/settings.ts';
import type { WebinarRow, WebinarsAnswer } from '../../../src/app/extensions/contract/webinars.ts';
import type { ZoomUserRow, ZoomUsersAnswer } from '../../../src/app/extensions/contract/zoom-users.ts';
import { catalogues } from '../../../src/app/extensions/shared/words/messages/catalogues.ts';
import { WordsProvider } from '../../../src/app/extensions/shared/words/words-context.tsx';

export const someSettings = (overrides: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  isSyncOn: true,
  ...overrides,
});

export const someUserSettings = (overrides: Partial<UserSettings> = {}): UserSettings => ({
  ...defaultUserSettings,
  ...overrides,
});

export const versioned = (settings: Settings, version = 3): VersionedSettings => ({
  settings,
  version,
  savedAt: '2026-11-04T09:00:00Z',
});

export const aSettingsAnswer = (settings: Settings = someSettings(), version = 3): SettingsAnswer => ({
  ok: true,
  ...versioned(settings, version),
  zoomAccounts: [{ accountId: 'acc-1', connection: 'main' }],
});

export const savedAnswer = (settings: Settings, version = 4): SaveSettingsAnswer => ({
  ok: true,
  outcome: 'saved',
  notes: [],
  ...versioned(settings, version),
});

export const conflictAnswer = (settings: Settings, version = 4): SaveSettingsAnswer => ({
  ok: true,
  outcome: 'conflict',
  ...versioned(settings, version),
});

export const aWebinarsPreview = (overrides: Partial<WebinarsPreview> = {}): WebinarsPreview => ({
  totalCount: 60,
  onCount: 40,
  turnedOnCount: 0,
  turnedOffCount: 0,
  recordingsTurnedOnCount: 0,
  recordingsTurnedOffCount: 0,
  ...overrides,
});

type Previewed = Extract<PreviewSettingsAnswer, { readonly outcome: 'previewed' }>;

export const aPreview = (overrides: Partial<Previewed> = {}): Previewed => ({
  ok: true,
  outcome: 'previewed',
  webinars: aWebinarsPreview(),
  exclusions: [],
  uncountedDomainCount: 0,
  ...overrides,
});

export const aZoomUser = (overrides: Partial<ZoomUserRow> = {}): ZoomUserRow => ({
  userId: 'host-1',
  name: 'Host One',
  email: 'host.one@example.com',
  webinarPlan: 'yes',
  settings: someUserSettings(),
  syncsWebinars: true,
  syncsRecordings: false,
  ...overrides,
});

export const someZoomUsers = (overrides: Partial<ZoomUsersAnswer> = {}): ZoomUsersAnswer => ({
  ok: true,
  connection: 'main',
  accountId: 'acc-1',
  users: [aZoomUser()],
  totalCount: 1,
  after: null,
  ...overrides,
});

export const aWebinarRow = (overrides: Partial<WebinarRow> = {}): WebinarRow => ({
  webinarId: '81234567890',
  connection: 'main',
  topic: 'Getting started',
  hostId: 'host-1',
  hostName: 'Host One',
  recurrence: 'single',
  startsAt: '2026-12-03T14:00:00Z',
  isUpcoming: true,
  status: 'new',
  decision: { isOn: true },
  registeredCount: null,
  attendedCount: null,
  skippedCount: null,
  warningCount: 0,
  lastSyncAt: null,
  nextCheckAt: null,
  ...overrides,
});

export const someWebinars = (overrides: Partial<WebinarsAnswer> = {}): WebinarsAnswer => ({
  ok: true,
  webinars: [aWebinarRow()],
  totalCount: 1,
  after: null,
  lastSweepAt: '2026-11-04T09:00:00Z',
  ...overrides,
});

const reader = { user: { locale: 'en-GB', language: 'en' }, portal: { timezone: 'UTC' } };

/** A part of the settings page, as somebody sees it who reads English. */
export function renderSettings(content: ReactNode) {
  const renderer = createRenderer('settings');
  act(() => {
    renderer.render(
      <WordsProvider reader={reader} catalogues={catalogues}>
        {content}
      </WordsProvider>,
    );
  });
  return renderer;
}
