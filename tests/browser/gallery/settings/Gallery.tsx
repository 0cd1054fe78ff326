import { Divider, Flex, Heading, hubspot } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
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

const Gallery = () => (
  <Flex direction="column" gap="md">
    {parts.map(([title, part]) => (
      <Flex key={title} direction="column" gap="md" testId={title}>
        <Heading>{title}</Heading>
        {part}
        <Divider />
      </Flex>
    ))}
  </Flex>
);

hubspot.extend<'settings'>(() => <Gallery />);
