import type { ExclusionPreview } from '../../extensions/contract/preview-settings.ts';
import type { Settings } from '../../extensions/contract/settings.ts';
import { createDomainTest } from './domain-test.ts';

export interface NewExclusion extends Pick<ExclusionPreview, 'field' | 'domain'> {
  /** A domain above it was excluded before, so it excludes nobody. */
  readonly isCovered: boolean;
}

const fields = ['contactExclusions', 'recordingExclusions'] as const;

/** The domains that are excluded after and were not before, in the order of the settings. */
export const listNewExclusions = (before: Settings, after: Settings): readonly NewExclusion[] =>
  fields.flatMap((field) => {
    const known = new Set(before[field]);
    const excludedBefore = createDomainTest(before[field]);
    return after[field]
      .filter((domain) => !known.has(domain))
      .map((domain) => ({ field, domain, isCovered: excludedBefore(`@${domain}`) !== null }));
  });
