import { DescriptionList, DescriptionListItem, Flex, Link, Text } from '@hubspot/ui-extensions';
import { useWords } from '../shared/words/words-context.tsx';
import { CopyLink } from './CopyLink.tsx';
import type { DetailsView, SessionDetailsView } from './to-details-view.ts';

/** What a webinar shows on demand: links, registration, and when the contact came and went. */
export function WebinarDetails({ details }: { readonly details: DetailsView }) {
  const { t } = useWords();
  const { registeredOn, joinUrl, pageUrl } = details;
  return (
    <Flex direction="column" gap="small">
      {joinUrl !== null && <JoinLink url={joinUrl} />}
      {registeredOn === null ? (
        <Text variant="microcopy">{t('card.details.without-registration')}</Text>
      ) : (
        <DescriptionList>
          <DescriptionListItem label={t('card.details.registered-on')}>
            <Text variant="microcopy">{registeredOn}</Text>
          </DescriptionListItem>
        </DescriptionList>
      )}
      {details.sessions.map((session) => (
        <SessionDetails key={session.key} session={session} />
      ))}
      {pageUrl !== null && <Link href={{ url: pageUrl, external: true }}>{t('card.details.open-webinar-page')}</Link>}
    </Flex>
  );
}

/** The contact's own link: to be opened or handed on. */
export function JoinLink({ url }: { readonly url: string }) {
  const { t } = useWords();
  return (
    <DescriptionList>
      <DescriptionListItem label={t('card.details.join-link')}>
        <Flex direction="column" gap="extra-small" align="start">
          <Link href={{ url, external: true }}>{t('card.details.open-join-link')}</Link>
          <CopyLink url={url} />
        </Flex>
      </DescriptionListItem>
    </DescriptionList>
  );
}

function SessionDetails({ session }: { readonly session: SessionDetailsView }) {
  const { t } = useWords();
  const { date, stay, note, recording } = session;
  return (
    <Flex direction="column" gap="extra-small">
      {date !== null && <Text format={{ fontWeight: 'demibold' }}>{date}</Text>}
      {stay !== null && (
        <DescriptionList>
          <DescriptionListItem label={t('card.details.stay')}>
            <Text variant="microcopy">{stay}</Text>
          </DescriptionListItem>
        </DescriptionList>
      )}
      {note !== null && <Text variant="microcopy">{note}</Text>}
      {recording !== null && <Link href={{ url: recording.url, external: true }}>{recording.label}</Link>}
    </Flex>
  );
}
