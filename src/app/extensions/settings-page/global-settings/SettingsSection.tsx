import { Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

interface SettingsSectionProps {
  readonly heading: string;
  readonly description: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function SettingsSection({ heading, description, children }: SettingsSectionProps) {
  return (
    <Tile>
      <Flex direction="column" gap="medium">
        <Flex direction="column" gap="extra-small">
          <Heading>{heading}</Heading>
          <Text>{description}</Text>
        </Flex>
        {children}
      </Flex>
    </Tile>
  );
}
