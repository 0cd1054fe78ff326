import { useState } from 'react';
import type { Load } from '../shared/load.ts';

/** The newest answer that came, also after a later request has failed; null before the first one. */
export function useLastAnswer<Answer>(load: Load<Answer>): Answer | null {
  const [last, setLast] = useState<Answer | null>(null);
  if (load.kind !== 'loaded' || load.answer === last) return last;
  setLast(load.answer);
  return load.answer;
}
