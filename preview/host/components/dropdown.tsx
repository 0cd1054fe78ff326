import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { DropdownMenu } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { callExtension, testAttributes } from './extension-events.ts';
import { Drawing } from './icons/drawing.tsx';
import type { WithLegacy } from './legacy-props.ts';
import { useFloatingRoot } from './overlays.tsx';
import { sizeOf } from './sizes.ts';
import { OpenOverlay, useOverlayTrigger } from './trigger.tsx';
import { useHostWords } from './words/use-host-words.ts';

type Chosen = { readonly overlay?: ReactNode; readonly run: () => void };

const ChooseContext = createContext<(chosen: Chosen) => void>(() => {});

type HostDropdownProps = WithLegacy<
  DropdownProps,
  { options: readonly { readonly label: string; readonly onClick?: () => void }[] }
>;

export function Dropdown(props: HostDropdownProps) {
  const { options = [], variant = 'secondary', buttonSize, disabled = false, children } = props;
  const words = useHostWords();
  const root = useFloatingRoot();
  const opener = useRef<HTMLButtonElement>(null);
  const chosen = useRef<Chosen | null>(null);
  const [overlay, setOverlay] = useState<ReactNode>(null);

  const closeOverlay = useCallback(() => setOverlay(null), []);

  // The menu has to be gone and the focus back on the button before anything else opens: that is where it comes back to.
  const finish = (event: Event) => {
    event.preventDefault();
    opener.current?.focus();
    const item = chosen.current;
    chosen.current = null;
    if (item?.overlay != null) setOverlay(item.overlay);
    item?.run();
  };
  return (
    <ChooseContext.Provider
      value={(item) => {
        chosen.current = item;
      }}
    >
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <button
            ref={opener}
            type="button"
            disabled={disabled}
            className={classNames(
              'canvas-button',
              `canvas-button--${variant}`,
              `canvas-button--${sizeOf(buttonSize, 'md')}`,
            )}
            {...testAttributes(props)}
          >
            {props.buttonText ?? words.more}
            <Drawing name="downCarat" className="canvas-button__carat" />
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={root}>
          <DropdownMenu.Content
            className="canvas-menu"
            align="start"
            sideOffset={2}
            collisionPadding={8}
            onCloseAutoFocus={finish}
          >
            {options.map((option, index) => (
              <Item key={`${index} ${option.label}`} onChoose={() => void callExtension(option.onClick)}>
                {option.label}
              </Item>
            ))}
            {children}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {overlay !== null && <OpenOverlay overlay={overlay} onDone={closeOverlay} />}
    </ChooseContext.Provider>
  );
}

function Item({
  onChoose,
  overlay,
  children,
  ...attributes
}: {
  readonly onChoose: () => void;
  readonly overlay?: ReactNode;
  readonly children: ReactNode;
}) {
  const choose = useContext(ChooseContext);
  return (
    <DropdownMenu.Item
      className="canvas-menu__item"
      onSelect={() => choose({ run: onChoose, overlay })}
      {...attributes}
    >
      {children}
    </DropdownMenu.Item>
  );
}

export function DropdownButtonItem(props: DropdownButtonItemProps) {
  // The item is gone when its overlay opens, so the dropdown shows the overlay.
  const { sendClick } = useOverlayTrigger({ onClick: props.onClick });
  return (
    <Item onChoose={() => void sendClick()} overlay={props.overlay} {...testAttributes(props)}>
      {props.children}
    </Item>
  );
}
