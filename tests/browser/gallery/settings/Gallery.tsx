import { Button, Divider, Flex, Heading, hubspot, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { Buttons } from './Buttons.tsx';
import { Charts } from './Charts.tsx';
import { Choices } from './Choices.tsx';
import { Fields } from './Fields.tsx';
import { Layouts } from './Layouts.tsx';
import { Missing } from './Missing.tsx';
import { Overlays } from './Overlays.tsx';
import { Pages } from './Pages.tsx';
import { Sections } from './Sections.tsx';
import { States } from './States.tsx';
import { Tables } from './Tables.tsx';
import { Words } from './Words.tsx';

const parts: readonly (readonly [title: string, part: ReactNode])[] = [
  ['Words', <Words key="words" />],
  ['Layouts', <Layouts key="layouts" />],
  ['Buttons', <Buttons key="buttons" />],
  ['Overlays', <Overlays key="overlays" />],
  ['Fields', <Fields key="fields" />],
  ['Choices', <Choices key="choices" />],
  ['Tables', <Tables key="tables" />],
  ['Sections', <Sections key="sections" />],
  ['States', <States key="states" />],
  ['Charts', <Charts key="charts" />],
  ['Pages', <Pages key="pages" />],
  ['Missing', <Missing key="missing" />],
];

const everything = parts.map(([title]) => title);

/** A page with everything takes seconds to open: whoever looks at one part chooses it first. */
const Gallery = () => {
  const [shown, setShown] = useState<readonly string[]>([]);
  if (shown.length === 0) {
    return (
      <Flex direction="column" gap="xs">
        {[['Everything', everything] as const, ...everything.map((title) => [title, [title]] as const)].map(
          ([name, titles]) => (
            <Button key={name} testId={`show-${name}`} onClick={() => setShown(titles)}>
              {name}
            </Button>
          ),
        )}
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="md">
      {parts
        .filter(([title]) => shown.includes(title))
        .map(([title, part]) => (
          <Flex key={title} direction="column" gap="md" testId={title}>
            <Heading>{title}</Heading>
            {part}
            <Divider />
          </Flex>
        ))}
      <Text testId="last-word">That is all.</Text>
    </Flex>
  );
};

hubspot.extend<'settings'>(() => <Gallery />);
