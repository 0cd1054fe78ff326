import { Flex, StatusTag, Tag, Text, Tile } from '@hubspot/ui-extensions';
import type { ConnectionHealth } from '../contract/overview.ts';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import { explainProblem } from '../shared/explain-problem.ts';
import { Problem } from '../shared/Problem.tsx';
import { Section } from './Section.tsx';

const copy = settingsPageCopy.connections;

/** Every connected Zoom account, and what to do about those that do not work. */
export function Connections({ connections }: { readonly connections: readonly ConnectionHealth[] }) {
  return (
    <Section heading={copy.heading}>
      {connections.length === 0 && <Problem explanation={{ ...copy.none, reference: null }} />}
      {connections.map((connection) => (
        <Connection key={connection.name} connection={connection} />
      ))}
    </Section>
  );
}

function Connection({ connection }: { readonly connection: ConnectionHealth }) {
  const isConnected = connection.state === 'connected';
  return (
    <Tile compact>
      <Flex direction="column" gap="small">
        <Flex align="center" gap="small" wrap>
          <Text format={{ fontWeight: 'demibold' }}>{connection.name}</Text>
          <StatusTag variant={isConnected ? 'success' : 'danger'}>
            {isConnected ? copy.connected : copy.failing}
          </StatusTag>
          {connection.isPrimary && <Tag>{copy.primary}</Tag>}
        </Flex>
        {connection.state === 'failing' && (
          <Problem explanation={explainProblem({ kind: 'failure', failure: connection.failure })} />
        )}
      </Flex>
    </Tile>
  );
}
