import { Drawing } from './icons/drawing.tsx';

/** What HubSpot puts behind the text of a link that leaves it. */
export const ExternalMark = () => (
  <>
    <Drawing name="externalLink" className="canvas-external" />
    <span className="canvas-sr-only"> (opens in a new tab)</span>
  </>
);
