import type { Page } from 'playwright-core';
import type { PreviewWorld } from '../preview/open-world.ts';

export const shotLanguages = ['en', 'de', 'nb', 'pt-br', 'zh-tw'] as const;
export type ShotLanguage = (typeof shotLanguages)[number];

/** A picture of one page in one state. */
export interface Shot {
  /** Of the file: `<name>.png`, and `<name>.<language>.png` in other languages than English. */
  readonly name: string;
  /** `demo`: set up, synced, with all that happens there; `fresh`: the same company before the set-up. */
  readonly world: 'demo' | 'fresh';
  readonly path: string | ((world: PreviewWorld) => string);
  /** Absent: English only. */
  readonly languages?: readonly ShotLanguage[];
  /** Absent: the user may change settings. */
  readonly permissions?: 'read';
  /** CSS selector of what is shown; absent: the window. */
  readonly clip?: string;
  /** Shows what is below the window too. */
  readonly isFullPage?: boolean;
  /** Leads to the state and waits until it is there. */
  readonly steps: (page: Page, world: PreviewWorld) => Promise<void>;
  /** Brings the world back to how the next picture wants it, whether or not this one was taken. */
  readonly undo?: (world: PreviewWorld) => Promise<void>;
}
