import { Drawing } from './icons/drawing.tsx';
import { useHostWords } from './words/use-host-words.ts';

/** What HubSpot puts behind the text of a link that leaves it. */
export const ExternalMark = () => (
  <>
    {/* No line break between a text and its mark. */}
    {'\u00A0'}
    <Drawing name="externalLink" className="canvas-external" />
    <NewTabNote />
  </>
);

export function NewTabNote() {
  const { opensInNewTab } = useHostWords();
  return <span className="canvas-sr-only"> ({opensInNewTab})</span>;
}
