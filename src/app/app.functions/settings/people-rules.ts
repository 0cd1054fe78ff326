import { createHash } from 'node:crypto';
import type { Settings } from '../../extensions/contract/settings.ts';
import { createDomainTest, toWidestDomains } from './domain-test.ts';

/** What the settings say about people. */
export interface PeopleRules {
  /** The excluded domain that keeps an address out of HubSpot, or null. */
  excludedDomainOf(address: string): string | null;
  /** Whether recordings and transcripts are not synced for an address. */
  isRecordingExcluded(address: string): boolean;
  /** False: contacts are updated only. */
  readonly mayCreateContacts: boolean;
}

type RuleSettings = Pick<Settings, 'contactExclusions' | 'recordingExclusions' | 'contactPolicy'>;

export function toPeopleRules({ contactExclusions, recordingExclusions, contactPolicy }: RuleSettings): PeopleRules {
  const recordingExclusionOf = createDomainTest(recordingExclusions);
  return {
    excludedDomainOf: createDomainTest(contactExclusions),
    isRecordingExcluded: (address) => recordingExclusionOf(address) !== null,
    mayCreateContacts: contactPolicy === 'create-and-update',
  };
}

/** Sixteen characters that are others exactly when {@link toPeopleRules} could treat somebody differently. */
export function peopleRulesHash({ contactExclusions, recordingExclusions, contactPolicy }: RuleSettings): string {
  const rules = [toWidestDomains(contactExclusions), toWidestDomains(recordingExclusions), contactPolicy];
  return createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 16);
}
