import type { ExtensionEvent, Reactions } from '@hubspot/ui-extensions';
import { Tooltip as RadixTooltip } from 'radix-ui';
import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from 'react';
import { callExtension, extensionEvent, freshReactions } from './extension-events.ts';
import { useOverlays } from './overlays.tsx';
import { openAfterScroll } from './open-after-scroll.ts';

type Trigger = {
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** A tooltip appears on hover, so a click must leave it alone. */
  setHasTooltip(hasTooltip: boolean): void;
};

const TriggerContext = createContext<Trigger | null>(null);

/** The button, link, tag or image whose `overlay` this is; null for an overlay that stands in the tree on its own. */
export const useTrigger = (): Trigger | null => useContext(TriggerContext);

/** What is inside of an overlay has triggers of its own. */
export const NoTrigger = ({ children }: { readonly children: ReactNode }) => (
  <TriggerContext.Provider value={null}>{children}</TriggerContext.Provider>
);

type TriggerProps = {
  readonly overlay?: ReactNode;
  readonly onClick?: ((event: ExtensionEvent, reactions: Reactions) => unknown) | undefined;
};

/**
 * What the components with an `overlay` have in common: a click opens the modal or panel, hovering shows the tooltip.
 *
 * @returns `withOverlay` puts the overlay beside the element that it belongs to
 */
export function useOverlayTrigger({ overlay, onClick }: TriggerProps) {
  const overlays = useOverlays();
  const [isOpen, setOpen] = useState(false);
  const [hasTooltip, setHasTooltip] = useState(false);
  const [isHovered, setHovered] = useState(false);
  const trigger = useMemo(() => ({ isOpen, setOpen, setHasTooltip }), [isOpen]);
  const isGiven = overlay !== undefined && overlay !== null;

  const openOverlay = () => {
    if (isGiven && !hasTooltip) setOpen(true);
  };
  const sendClick = () => callExtension(onClick, extensionEvent('click'), freshReactions(overlays));

  const withOverlay = (element: ReactElement) =>
    isGiven ? (
      <RadixTooltip.Root open={hasTooltip && isHovered} onOpenChange={setHovered}>
        <RadixTooltip.Trigger asChild onFocus={openAfterScroll(setHovered)}>
          {element}
        </RadixTooltip.Trigger>
        <TriggerContext.Provider value={trigger}>{overlay}</TriggerContext.Provider>
      </RadixTooltip.Root>
    ) : (
      element
    );

  return { isGiven, hasTooltip, openOverlay, sendClick, withOverlay };
}

/** For an opener that is gone by the time its overlay opens: the overlay opens at once, and is given up when it closes. */
export function OpenOverlay({ overlay, onDone }: { readonly overlay: ReactNode; readonly onDone: () => void }) {
  const trigger = useMemo(
    () => ({
      isOpen: true,
      setOpen: (isOpen: boolean) => {
        if (!isOpen) onDone();
      },
      setHasTooltip: () => {},
    }),
    [onDone],
  );
  return <TriggerContext.Provider value={trigger}>{overlay}</TriggerContext.Provider>;
}
