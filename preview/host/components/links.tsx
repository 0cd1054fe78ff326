import type { ImageProps, LinkProps } from '@hubspot/ui-extensions';
import type { MouseEvent } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { GluedExternalMark, NewTabNote } from './external-mark.tsx';
import { hrefOf, linkAttributes } from './href.ts';
import { useOverlayTrigger } from './trigger.tsx';

/** A link without an address, as pages use for something that only opens an overlay, is a button. */
export function Link(props: LinkProps) {
  const { variant = 'primary', preventDefault = false, children } = props;
  const { openOverlay, sendClick, withOverlay } = useOverlayTrigger(props);
  const link = hrefOf(props.href);
  const isNowhere = link === undefined || link.url === '#';
  const shared = {
    className: classNames('canvas-link', `canvas-link--${variant}`),
    onClick: (event: MouseEvent) => {
      if (preventDefault) event.preventDefault();
      openOverlay();
      void sendClick();
    },
    ...testAttributes(props),
  };
  return withOverlay(
    isNowhere ? (
      <button type="button" {...shared}>
        {children}
      </button>
    ) : (
      <a {...linkAttributes(link)} {...shared}>
        {children}
        {link.isExternal && <GluedExternalMark />}
      </a>
    ),
  );
}

export function Image(props: ImageProps) {
  const { src, alt = '', width, height } = props;
  const { isGiven, hasTooltip, openOverlay, sendClick, withOverlay } = useOverlayTrigger(props);
  const link = hrefOf(props.href);
  const picture = (
    <img
      className="canvas-image"
      src={src}
      alt={alt}
      {...(width !== undefined && { width })}
      {...(height !== undefined && { height })}
      {...testAttributes(props)}
    />
  );
  const click = () => {
    openOverlay();
    void sendClick();
  };
  if (link !== undefined) {
    return withOverlay(
      <a className="canvas-image-button" {...linkAttributes(link)} onClick={click}>
        {picture}
        {link.isExternal && <NewTabNote />}
      </a>,
    );
  }
  if (props.onClick === undefined && (!isGiven || hasTooltip)) return withOverlay(picture);
  return withOverlay(
    <button type="button" className="canvas-image-button" onClick={click}>
      {picture}
    </button>,
  );
}
