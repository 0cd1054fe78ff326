import { Alert, Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import { explainNotSynced } from '../explain-not-synced.ts';
import { JoinLink } from '../WebinarDetails.tsx';
import type { HubSpotSync, RegistrationState } from './registration-state.ts';

interface RegistrationResultProps {
  readonly state: Extract<RegistrationState, { kind: 'registered' }>;
  readonly onAnother: () => void;
}

/** What Zoom made of it, with the link to hand on, and how HubSpot gets to know. */
export function RegistrationResult({ state, onAnother }: RegistrationResultProps) {
  const { t } = useWords();
  const { webinar, registered, hubspotSync } = state;
  const { outcome, joinUrl } = registered;
  return (
    <Flex direction="column" gap="medium">
      <Alert title={t(`register.${outcome}.title`)} variant={outcome === 'registered' ? 'success' : 'info'}>
        <Text>{t(`register.${outcome}.text`, { topic: webinar.topic })}</Text>
      </Alert>
      {joinUrl !== null && <JoinLink url={joinUrl} />}
      {joinUrl === null && outcome !== 'awaiting-approval' && <Text>{t('register.no-join-link')}</Text>}
      <HubSpotSyncStatus hubspotSync={hubspotSync} />
      {hubspotSync.kind !== 'running' && (
        <Flex align="start">
          <Button onClick={onAnother}>{t('register.another')}</Button>
        </Flex>
      )}
    </Flex>
  );
}

function HubSpotSyncStatus({ hubspotSync }: { readonly hubspotSync: HubSpotSync }) {
  const words = useWords();
  const { t } = words;
  if (hubspotSync.kind === 'not-needed') return null;
  if (hubspotSync.kind === 'running') {
    const waitSeconds = hubspotSync.step?.waitSeconds ?? 0;
    return (
      <Flex direction="column" gap="extra-small">
        <LoadingSpinner label={t('register.hubspot.running')} showLabel layout="inline" />
        {waitSeconds > 0 && (
          <Text variant="microcopy">{t('card.resync.continues-in', { seconds: Math.ceil(waitSeconds) })}</Text>
        )}
      </Flex>
    );
  }
  if (hubspotSync.outcome.kind !== 'not-synced') return null;
  const { title, reference } = explainNotSynced(hubspotSync.outcome.because, words);
  return (
    <Alert title={t('register.hubspot.problem.title')} variant="warning">
      <Text>{t('register.hubspot.problem.text')}</Text>
      <Text>{t('register.hubspot.reason', { reason: title })}</Text>
      {reference !== null && <Text variant="microcopy">{t('common.reference', { reference })}</Text>}
    </Alert>
  );
}
