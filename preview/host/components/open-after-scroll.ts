import type { FocusEvent } from 'react';

/**
 * A tooltip closes when the page scrolls, and the page scrolls to what the keyboard reaches: whoever gets to something that
 * was out of sight would never see its tooltip. So it opens when the scrolling is over, where the focus has stayed.
 */
export const openAfterScroll =
  (setOpen: (isOpen: boolean) => void) =>
  (event: FocusEvent<HTMLElement>): void => {
    // Radix would open it at once.
    event.preventDefault();
    const { currentTarget } = event;
    if (!currentTarget.matches(':focus-visible')) return;
    // The browser tells of the scrolling with the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (currentTarget === document.activeElement) setOpen(true);
      }),
    );
  };
