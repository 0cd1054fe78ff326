import { Drawing } from './icons/drawing.tsx';
import { useHostWords } from './words/use-host-words.ts';

/** What HubSpot puts behind the text of a link that leaves it. */
export const ExternalMark = () => (
  <>
    <Drawing name="externalLink" className="canvas-external" />
    <NewTabNote />
  </>
);

/** The same within a text, with no line break between the two. */
export const GluedExternalMark = () => (
  <>
    {'\u00A0'}
    <ExternalMark />
  </>
);

export function NewTabNote() {
  const { opensInNewTab } = useHostWords();
  return <span className="canvas-sr-only"> ({opensInNewTab})</span>;
}
