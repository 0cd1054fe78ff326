import type { BaseButtonProps, ButtonProps, LoadingButtonProps } from '@hubspot/ui-extensions';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { ExternalMark } from './external-mark.tsx';
import { hrefOf, linkAttributes } from './href.ts';
import { Drawing } from './icons/drawing.tsx';
import { Spinner } from './spinner.tsx';
import { sizeOf } from './sizes.ts';
import { useOverlayTrigger } from './trigger.tsx';
import { Truncated } from './truncated.tsx';

type PlainButtonProps = Omit<BaseButtonProps, 'onClick'> & {
  readonly overlayTrigger: ReturnType<typeof useOverlayTrigger>;
  readonly openOverlay: () => void;
  readonly isBusy?: boolean;
  readonly before?: ReactNode;
};

/** A `<button>`, or a link that looks like one when it has an `href`. */
function PlainButton({ overlayTrigger, openOverlay, isBusy = false, before, ...props }: PlainButtonProps) {
  const { variant = 'secondary', size, type = 'button', disabled = false, truncate = false, children } = props;
  const link = hrefOf(props.href);
  // A button that has to be found by a hovering mouse or the keyboard stays reachable while it does nothing.
  const isOnlyMarked = isBusy || (disabled && overlayTrigger.hasTooltip);
  const isBlocked = disabled || isBusy;

  const click = (event: MouseEvent) => {
    if (isBlocked) {
      event.preventDefault();
      return;
    }
    openOverlay();
    void overlayTrigger.sendClick();
  };
  const shared = {
    className: classNames('canvas-button', `canvas-button--${variant}`, `canvas-button--${sizeOf(size, 'md')}`),
    onClick: click,
    ...(isBusy && { 'aria-busy': true }),
    ...testAttributes(props),
  };
  const content = (
    <>
      {before}
      {truncate ? <Truncated isFocusable={false}>{children}</Truncated> : children}
      {link?.isExternal === true && <ExternalMark />}
    </>
  );
  return overlayTrigger.withOverlay(
    link === undefined ? (
      <button type={type} {...(isOnlyMarked ? { 'aria-disabled': true } : { disabled })} {...shared}>
        {content}
      </button>
    ) : (
      <a {...(isBlocked ? { role: 'link', 'aria-disabled': true, tabIndex: 0 } : linkAttributes(link))} {...shared}>
        {content}
      </a>
    ),
  );
}

export function Button(props: ButtonProps) {
  const overlayTrigger = useOverlayTrigger(props);
  return <PlainButton {...props} overlayTrigger={overlayTrigger} openOverlay={overlayTrigger.openOverlay} />;
}

/** How long the result stays before the button looks as before. */
const resultShownMs = 2000;

export function LoadingButton(props: LoadingButtonProps) {
  const { loading = false, resultIconName = 'success', overlayOptions } = props;
  const overlayTrigger = useOverlayTrigger(props);
  const { openOverlay } = overlayTrigger;
  const opensAfterwards = overlayOptions?.openBehavior === 'onLoadingFinish';
  const isAskedToOpen = useRef(false);
  const [wasLoading, setWasLoading] = useState(loading);
  const [isDone, setDone] = useState(false);
  if (wasLoading !== loading) {
    setWasLoading(loading);
    setDone(!loading);
  }

  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), resultShownMs);
    return () => clearTimeout(timer);
  }, [isDone]);
  useEffect(() => {
    if (!isDone || !isAskedToOpen.current) return;
    isAskedToOpen.current = false;
    openOverlay();
  }, [isDone, openOverlay]);

  const click = () => {
    if (opensAfterwards) isAskedToOpen.current = true;
    else openOverlay();
  };
  return (
    <PlainButton
      {...props}
      overlayTrigger={overlayTrigger}
      openOverlay={click}
      isBusy={loading}
      before={
        <>
          {loading && <Spinner />}
          {isDone && !loading && <Drawing name={resultIconName} />}
        </>
      }
    />
  );
}
