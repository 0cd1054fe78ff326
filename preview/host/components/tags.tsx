import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { callExtension, testAttributes } from './extension-events.ts';
import { Drawing } from './icons/drawing.tsx';
import { useOverlayTrigger } from './trigger.tsx';
import { useHostWords } from './words/use-host-words.ts';

export function Tag(props: TagProps) {
  const { variant = 'default', inline = false, children } = props;
  const { isGiven, hasTooltip, openOverlay, sendClick, withOverlay } = useOverlayTrigger(props);
  const shared = {
    className: classNames('canvas-tag', `canvas-tag--${variant}`, inline && 'canvas-tag--inline'),
    ...testAttributes(props),
  };
  const isButton = props.onClick !== undefined || (isGiven && !hasTooltip);
  const tag = withOverlay(
    isButton ? (
      <button
        type="button"
        {...shared}
        onClick={() => {
          openOverlay();
          void sendClick();
        }}
      >
        {children}
      </button>
    ) : (
      <span {...shared} {...(hasTooltip && { tabIndex: 0 })}>
        {children}
      </span>
    ),
  );
  return inline ? tag : <div className="canvas-tag-line">{tag}</div>;
}

export function StatusTag(props: StatusTagProps) {
  const { variant = 'default', hollow = false, showRemoveIcon = false, onClick, onRemoveClick, children } = props;
  const words = useHostWords();
  const id = useId();
  const content = (
    <>
      <span
        className={classNames(
          'canvas-status__dot',
          `canvas-status__dot--${variant}`,
          hollow && 'canvas-status__dot--hollow',
        )}
        aria-hidden="true"
      />
      <span id={`${id}-text`}>{children}</span>
    </>
  );
  return (
    <span className="canvas-status" {...testAttributes(props)}>
      {onClick === undefined ? (
        <span className="canvas-status__text">{content}</span>
      ) : (
        <button
          type="button"
          className="canvas-status__text canvas-status__text--button"
          onClick={() => void callExtension(onClick)}
        >
          {content}
        </button>
      )}
      {showRemoveIcon && (
        <button
          type="button"
          className="canvas-icon-button"
          id={`${id}-remove`}
          aria-label={words.remove}
          aria-labelledby={`${id}-remove ${id}-text`}
          onClick={() => void callExtension(onRemoveClick)}
        >
          <Drawing name="remove" />
        </button>
      )}
    </span>
  );
}
