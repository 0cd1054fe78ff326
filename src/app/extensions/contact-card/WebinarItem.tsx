import { Flex, ProgressBar, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import type { SessionView, WebinarView } from './to-card-view.ts';

/** One webinar with each of its dates. */
export function WebinarItem({ webinar }: { readonly webinar: WebinarView }) {
  return (
    <Tile compact>
      <Flex direction="column" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{webinar.topic}</Text>
        {webinar.registeredOn !== null && <Text variant="microcopy">{webinar.registeredOn}</Text>}
        {webinar.sessions.map((session) => (
          <Session key={session.key} session={session} />
        ))}
      </Flex>
    </Tile>
  );
}

function Session({ session }: { readonly session: SessionView }) {
  const { attendance } = session;
  return (
    <Flex direction="column" gap="extra-small">
      <Flex justify="between" align="center" gap="small" wrap>
        <Text variant="microcopy">{session.date}</Text>
        <StatusTag variant={session.status.variant}>{session.status.label}</StatusTag>
      </Flex>
      {attendance !== null && (
        <ProgressBar
          value={attendance.percentage}
          maxValue={100}
          showPercentage
          valueDescription={attendance.minutes}
          aria-label={attendance.spoken}
        />
      )}
    </Flex>
  );
}
