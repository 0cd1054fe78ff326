import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { type ReactNode, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';
import { callExtension, testAttributes } from './extension-events.ts';
import { NoForm } from './form.tsx';
import { HeadingLevelProvider } from './heading-level.tsx';
import { Drawing } from './icons/drawing.tsx';
import { FloatingRootProvider, useFloatingRoot, useOverlays } from './overlays.tsx';
import { type Size, sizeOf } from './sizes.ts';
import { NoTrigger, useTrigger } from './trigger.tsx';
import { useHostWords } from './words/use-host-words.ts';

type OverlayProps = Pick<ModalProps, 'id' | 'onOpen' | 'onClose'>;

/** An overlay with a trigger shares the trigger's state; one that stands alone keeps its own, and is opened by its id. */
function useOverlayState({ id, onOpen, onClose }: OverlayProps) {
  const overlays = useOverlays();
  const trigger = useTrigger();
  const [isOpenAlone, setOpenAlone] = useState(false);
  const isOpen = trigger?.isOpen ?? isOpenAlone;
  const setOpen = trigger?.setOpen ?? setOpenAlone;
  useEffect(() => overlays.register(id, setOpen), [overlays, id, setOpen]);

  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen !== wasOpen.current) void callExtension(isOpen ? onOpen : onClose);
    wasOpen.current = isOpen;
  }, [isOpen, onOpen, onClose]);
  return { isOpen, close: () => setOpen(false) };
}

const isTopmost = (dialog: HTMLElement) => [...document.querySelectorAll('dialog[open]')].at(-1) === dialog;

type DialogProps = {
  readonly kind: 'modal' | 'panel';
  readonly width: Size;
  /** Everything outside is inert. */
  readonly isModal: boolean;
  readonly isDanger?: boolean;
  readonly title: string | undefined;
  readonly label: string | undefined;
  readonly testId: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The browser's own dialog: it moves the focus in, keeps it there, and gives it back to the opener. */
export function Dialog({
  kind,
  width,
  isModal,
  isDanger = false,
  title,
  label,
  testId,
  onClose,
  children,
}: DialogProps) {
  const parent = useFloatingRoot();
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const titleId = useId();
  const words = useHostWords();

  useLayoutEffect(() => {
    if (dialog === null) return;
    if (isModal) dialog.showModal();
    else dialog.show();
    return () => dialog.close();
  }, [dialog, isModal]);

  // A dialog that leaves the page usable gets no `cancel` from the browser.
  useEffect(() => {
    if (dialog === null || isModal) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !isTopmost(dialog)) return;
      onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  });

  const cancel = (event: SyntheticEvent) => {
    // React also tells it of dialogs that opened from inside of this one.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  };

  return createPortal(
    <dialog
      ref={setDialog}
      className={classNames('canvas-dialog', `canvas-dialog--${kind}`, `canvas-dialog--${width}`)}
      {...(isModal && { 'aria-modal': true })}
      {...(title === undefined ? { 'aria-label': label ?? kind } : { 'aria-labelledby': titleId })}
      {...(testId !== undefined && { 'data-test-id': testId })}
      onCancel={cancel}
    >
      <header className={classNames('canvas-dialog__header', isDanger && 'canvas-dialog__header--danger')}>
        <h2 id={titleId} className="canvas-dialog__title">
          {title}
        </h2>
        <button type="button" className="canvas-dialog__close" aria-label={words.close} onClick={onClose}>
          <Drawing name="remove" />
        </button>
      </header>
      {dialog !== null && (
        <FloatingRootProvider value={dialog}>
          <HeadingLevelProvider value={3}>
            <NoTrigger>
              <NoForm>{children}</NoForm>
            </NoTrigger>
          </HeadingLevelProvider>
        </FloatingRootProvider>
      )}
    </dialog>,
    parent,
  );
}

export function Modal(props: ModalProps) {
  const { isOpen, close } = useOverlayState(props);
  if (!isOpen) return null;
  return (
    <Dialog
      kind="modal"
      isModal
      isDanger={props.variant === 'danger'}
      width={sizeOf(props.width, 'sm')}
      title={props.title}
      label={props['aria-label']}
      testId={props.testId}
      onClose={close}
    >
      {props.children}
    </Dialog>
  );
}

export function Panel(props: PanelProps) {
  const { isOpen, close } = useOverlayState(props);
  if (!isOpen) return null;
  return (
    <Dialog
      kind="panel"
      isModal={props.variant === 'modal'}
      width={sizeOf(props.width, 'sm')}
      title={props.title}
      label={props['aria-label']}
      testId={props.testId}
      onClose={close}
    >
      {props.children}
    </Dialog>
  );
}

type PartProps = ModalBodyProps | ModalFooterProps | PanelBodyProps | PanelFooterProps;

const part = (className: string) =>
  function DialogPart(props: PartProps) {
    return (
      <div className={className} {...testAttributes(props)}>
        {props.children}
      </div>
    );
  };

export const ModalBody = part('canvas-dialog__body canvas-dialog__body--padded');
export const ModalFooter = part('canvas-dialog__footer');
export const PanelBody = part('canvas-dialog__body');
export const PanelFooter = part('canvas-dialog__footer');

export const PanelSection = (props: PanelSectionProps) => (
  <div
    className={classNames('canvas-panel-section', props.flush === true && 'canvas-panel-section--flush')}
    {...testAttributes(props)}
  >
    {props.children}
  </div>
);
