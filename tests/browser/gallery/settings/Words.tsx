import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Icon,
  iconNames,
  Inline,
  Link,
  List,
  StatusTag,
  Tag,
  Text,
  Tooltip,
} from '@hubspot/ui-extensions';
import type { IconNames, StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { useState } from 'react';

const tagVariants: readonly TagProps['variant'][] = ['default', 'info', 'success', 'warning', 'error'];
const statusVariants: readonly StatusTagProps['variant'][] = ['default', 'info', 'success', 'warning', 'danger'];
const icons = Object.keys(iconNames).filter((name): name is IconNames => name in iconNames);
const long = 'How to run a webinar that people remember, in ten steps and with no more than two slides';

export function Words() {
  const [said, setSaid] = useState('nothing');
  return (
    <>
      <Text>Body text, and a link to {<Link href="https://example.com/guide">the guide</Link>}.</Text>
      <Text variant="microcopy">Microcopy says the small things.</Text>
      <Inline gap="md">
        <Text format={{ fontWeight: 'bold' }}>Bold</Text>
        <Text format={{ fontWeight: 'demibold' }}>Demibold</Text>
        <Text format={{ italic: true }}>Italic</Text>
        <Text format={{ lineDecoration: 'underline' }}>Underlined</Text>
        <Text format={{ lineDecoration: 'strikethrough' }}>Struck out</Text>
        <Text format={{ textTransform: 'uppercase' }}>Upper case</Text>
        <Text format={{ textTransform: 'sentenceCase' }}>SENTENCE CASE</Text>
      </Inline>
      <Text truncate={{ maxWidth: 260 }} testId="cut">
        {long}
      </Text>
      <Text truncate>Short enough</Text>
      <Flex gap="md" wrap>
        <List>
          <Text>Plain</Text>
          <Text>List</Text>
        </List>
        <List variant="unordered-styled">
          <Text>Dotted</Text>
          <Text>List</Text>
        </List>
        <List variant="ordered-styled">
          <Text>Numbered</Text>
          <Text>List</Text>
        </List>
      </Flex>
      <List variant="inline-divided">
        <Text>One</Text>
        <Text>Two</Text>
        <Text>Three</Text>
      </List>
      <DescriptionList direction="row">
        <DescriptionListItem label="Host">
          <Text>Dana Field</Text>
        </DescriptionListItem>
        <DescriptionListItem label="Webinar ID">
          <Text>987 6543 2101</Text>
        </DescriptionListItem>
      </DescriptionList>
      <Inline gap="md">
        <Link href="/settings">Inside</Link>
        <Link href={{ url: 'https://example.com', external: true }}>Outside</Link>
        <Link href="https://example.com" preventDefault onClick={() => setSaid('link')}>
          Stays here
        </Link>
        <Link href="https://example.com" variant="destructive">
          Destructive
        </Link>
        <Link href="https://example.com" variant="dark" overlay={<Tooltip>Dark as the night</Tooltip>}>
          Dark
        </Link>
      </Inline>
      <Inline gap="sm">
        {tagVariants.map((variant) => (
          <Tag key={variant} {...(variant !== undefined && { variant })}>
            {variant}
          </Tag>
        ))}
        <Tag onClick={() => setSaid('tag')}>Press me</Tag>
        <Tag overlay={<Tooltip placement="bottom">What a tag says</Tooltip>}>With tooltip</Tag>
      </Inline>
      <Inline gap="md" align="center">
        {statusVariants.map((variant) => (
          <StatusTag key={variant} {...(variant !== undefined && { variant })}>
            {variant}
          </StatusTag>
        ))}
        <StatusTag variant="success" hollow>
          hollow
        </StatusTag>
        <StatusTag
          showRemoveIcon
          onClick={() => setSaid('status')}
          onRemoveClick={() => setSaid('status removed')}
          variant="info"
        >
          removable
        </StatusTag>
      </Inline>
      <Inline gap="sm">
        {icons.map((name) => (
          <Icon key={name} name={name} size="md" />
        ))}
      </Inline>
      <Inline gap="sm">
        <Icon name="warning" color="warning" screenReaderText="Careful" />
        <Icon name="success" color="success" size="lg" />
        <Icon name="exclamationCircle" color="alert" size="sm" />
      </Inline>
      <Text testId="words-said">{said}</Text>
    </>
  );
}
