import { Link, Tooltip } from '@hubspot/ui-extensions';
import { useWords } from './words/words-context.tsx';

interface TimeTextProps {
  /** ISO 8601. */
  readonly instant: string;
  readonly show?: 'date' | 'dateAndTime' | 'time';
}

/**
 * A time that names its zone to whoever points at it or moves the focus there. Of the components that can carry a
 * tooltip, a dark link is the one that looks like text.
 */
export function TimeText({ instant, show = 'dateAndTime' }: TimeTextProps) {
  const { formats } = useWords();
  return (
    <Link href="#" preventDefault variant="dark" overlay={<Tooltip>{formats.timeInZone(instant)}</Tooltip>}>
      {formats[show](instant)}
    </Link>
  );
}
