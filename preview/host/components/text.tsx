import type {
  DescriptionListItemProps,
  DescriptionListProps,
  HeadingProps,
  ListProps,
  TextFormatOptions,
  TextProps,
} from '@hubspot/ui-extensions';
import { Children } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { LeveledHeading } from './heading-level.tsx';
import { Truncated } from './truncated.tsx';

const formatClasses = ({ fontWeight, italic, lineDecoration, textTransform }: TextFormatOptions) =>
  classNames(
    fontWeight !== undefined && `canvas-text--${fontWeight}`,
    italic === true && 'canvas-text--italic',
    lineDecoration !== undefined && `canvas-text--${lineDecoration}`,
    textTransform !== undefined && `canvas-text--${textTransform}`,
  );

export function Text(props: TextProps) {
  const { variant = 'bodytext', inline = false, format = {}, truncate = false, children } = props;
  const Tag = inline ? 'span' : 'div';
  const { tooltipText, maxWidth } = typeof truncate === 'object' ? truncate : {};
  return (
    <Tag
      className={classNames('canvas-text', `canvas-text--${variant}`, formatClasses(format))}
      {...testAttributes(props)}
    >
      {truncate === false ? (
        children
      ) : (
        <Truncated tooltip={tooltipText} maxWidth={maxWidth}>
          {children}
        </Truncated>
      )}
    </Tag>
  );
}

export const Heading = (props: HeadingProps) => (
  <LeveledHeading
    className={classNames('canvas-heading', props.inline === true && 'canvas-heading--inline')}
    {...testAttributes(props)}
  >
    {props.children}
  </LeveledHeading>
);

export function List(props: ListProps) {
  const { variant = 'unordered', children } = props;
  const Tag = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Tag className={classNames('canvas-list', `canvas-list--${variant}`)} {...testAttributes(props)}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </Tag>
  );
}

export const DescriptionList = (props: DescriptionListProps) => (
  <dl
    className={classNames('canvas-descriptions', `canvas-descriptions--${props.direction ?? 'column'}`)}
    {...testAttributes(props)}
  >
    {props.children}
  </dl>
);

export const DescriptionListItem = (props: DescriptionListItemProps) => (
  <div className="canvas-descriptions__item" {...testAttributes(props)}>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);
