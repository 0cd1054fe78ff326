import type { TooltipProps } from '@hubspot/ui-extensions';
import { Tooltip as RadixTooltip } from 'radix-ui';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { testAttributes } from './extension-events.ts';
import { useFloatingRoot } from './overlays.tsx';
import { openAfterScroll } from './open-after-scroll.ts';
import { NoTrigger, useTrigger } from './trigger.tsx';

type Placement = NonNullable<TooltipProps['placement']>;

function Bubble({
  placement = 'top',
  children,
  ...attributes
}: {
  readonly placement?: Placement | undefined;
  readonly children: ReactNode;
}) {
  const root = useFloatingRoot();
  return (
    <RadixTooltip.Portal container={root}>
      <RadixTooltip.Content
        className="canvas-tooltip"
        side={placement}
        sideOffset={4}
        collisionPadding={8}
        {...attributes}
      >
        {children}
        <RadixTooltip.Arrow className="canvas-tooltip__arrow" width={12} height={6} />
      </RadixTooltip.Content>
    </RadixTooltip.Portal>
  );
}

/** The remote component: it stands in the `overlay` of what it explains. */
export function Tooltip({ placement, children, testId }: TooltipProps) {
  const setHasTooltip = useTrigger()?.setHasTooltip;
  useEffect(() => {
    setHasTooltip?.(true);
    return () => setHasTooltip?.(false);
  }, [setHasTooltip]);
  if (setHasTooltip === undefined) return null;
  return (
    <Bubble placement={placement} {...testAttributes({ ...(testId !== undefined && { testId }) })}>
      <NoTrigger>{children}</NoTrigger>
    </Bubble>
  );
}

/** A tooltip of a component's own, such as the one beside a label. The element has to take focus. */
export function WithTooltip({
  text,
  placement,
  children,
}: {
  readonly text: ReactNode;
  readonly placement?: Placement | undefined;
  readonly children: ReactElement;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <RadixTooltip.Root open={isOpen} onOpenChange={setOpen}>
      <RadixTooltip.Trigger asChild onFocus={openAfterScroll(setOpen)}>
        {children}
      </RadixTooltip.Trigger>
      <Bubble placement={placement}>{text}</Bubble>
    </RadixTooltip.Root>
  );
}
