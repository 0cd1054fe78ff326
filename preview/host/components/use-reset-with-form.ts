import { useState } from 'react';

/** Takes a control back to its first value when its form is reset. */
export function useResetWithForm(generation: number, reset: () => void): void {
  const [seen, setSeen] = useState(generation);
  if (seen === generation) return;
  setSeen(generation);
  reset();
}
