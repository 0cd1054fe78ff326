import { act, type ReactNode, useState } from 'react';

/**
 * A place whose content the test can change: the renderer's own second `render` starts a new tree and leaves the first
 * one mounted.
 */
export function createStage(first: ReactNode): { readonly stage: ReactNode; readonly show: (next: ReactNode) => void } {
  const place: { setContent: (next: ReactNode) => void } = {
    setContent() {
      throw new Error('The stage is not rendered yet.');
    },
  };
  function Stage() {
    const [content, setContent] = useState(first);
    place.setContent = setContent;
    return content;
  }
  return { stage: <Stage />, show: (next) => act(() => place.setContent(next)) };
}
