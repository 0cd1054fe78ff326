import { Tooltip } from 'radix-ui';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

type SetOpen = (isOpen: boolean) => void;

/** The modals and panels of one extension, by the id that the extension gave them. An unknown id does nothing. */
export type Overlays = {
  open(id: string): void;
  close(id: string): void;
  /** @returns takes the overlay out again */
  register(id: string, setOpen: SetOpen): () => void;
};

function createOverlays(): Overlays {
  const known = new Map<string, SetOpen>();
  return {
    open: (id) => known.get(id)?.(true),
    close: (id) => known.get(id)?.(false),
    register(id, setOpen) {
      known.set(id, setOpen);
      return () => {
        if (known.get(id) === setOpen) known.delete(id);
      };
    },
  };
}

const OverlaysContext = createContext<Overlays>(createOverlays());

export const useOverlays = (): Overlays => useContext(OverlaysContext);

/** One for every extension on the page: ids of overlays are unique within an extension only. */
export function OverlayProvider({ children }: { readonly children: ReactNode }) {
  const overlays = useMemo(() => createOverlays(), []);
  return (
    <Tooltip.Provider delayDuration={150} skipDelayDuration={300}>
      <OverlaysContext.Provider value={overlays}>
        <div className="canvas">{children}</div>
      </OverlaysContext.Provider>
    </Tooltip.Provider>
  );
}

const FloatingRootContext = createContext<HTMLElement | null>(null);

/**
 * Where floating parts go. A modal dialog makes everything outside of itself inert, so what opens inside of it has to be
 * put inside of it.
 */
export const useFloatingRoot = (): HTMLElement => useContext(FloatingRootContext) ?? document.body;

export const FloatingRootProvider = FloatingRootContext.Provider;
