import { Flex, Heading } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

export function Section({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <Flex direction="column" gap="small">
      <Heading>{heading}</Heading>
      {children}
    </Flex>
  );
}
