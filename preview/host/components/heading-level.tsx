import { createContext, type HTMLAttributes, useContext } from 'react';

type Level = 2 | 3 | 4;

const HeadingLevelContext = createContext<Level>(2);

/** The level of an extension's headings: one below the heading of the place that shows the extension. */
export const HeadingLevelProvider = HeadingLevelContext.Provider;

/** A heading at the level of the place that it stands in. */
export function LeveledHeading(props: HTMLAttributes<HTMLHeadingElement>) {
  const level = useContext(HeadingLevelContext);
  const Tag = `h${level}` as const;
  return <Tag {...props} />;
}
