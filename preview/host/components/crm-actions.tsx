import type { ActionType, CrmActionButtonProps, CrmActionLinkProps } from '@hubspot/ui-extensions/crm';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { Dialog } from './dialog.tsx';
import { callExtension, testAttributes } from './extension-events.ts';
import { ExternalMark, GluedExternalMark } from './external-mark.tsx';
import { linkAttributes } from './href.ts';
import { type Places, usePlaces } from './places.tsx';
import { sizeOf } from './sizes.ts';

const names: Readonly<Record<ActionType, string>> = {
  PREVIEW_OBJECT: 'the preview of a record',
  ADD_NOTE: 'the note editor',
  ADD_TASK: 'the task editor',
  SEND_EMAIL: 'the e-mail editor',
  SCHEDULE_MEETING: 'the meeting scheduler',
  OPEN_RECORD_CREATOR_FORM: 'the form for a new record',
  OPEN_RECORD_ASSOCIATION_FORM: 'the form for associations',
  ENGAGEMENT_APP_LINK: 'an activity',
  RECORD_APP_LINK: 'a record',
  PAGE_APP_LINK: 'a page',
  EXTERNAL_URL: 'another site',
  OPEN_WORKFLOW_ENROLLMENT_MODAL: 'the enrolment into workflows',
};

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** @returns undefined for an action that opens something of HubSpot's own */
function linkOf({ actionType, actionContext }: CrmActionButtonProps | CrmActionLinkProps, places: Places) {
  const context: Readonly<Record<string, unknown>> = { ...actionContext };
  const isExternal = context['external'] === true;
  const objectTypeId = asText(context['objectTypeId']);
  const objectId = asText(context['objectId']);
  switch (actionType) {
    case 'EXTERNAL_URL':
      return { url: asText(context['href']), isExternal: true };
    case 'PAGE_APP_LINK':
      return { url: places.hubSpotPath(asText(context['path'])), isExternal };
    case 'RECORD_APP_LINK':
    case 'ENGAGEMENT_APP_LINK':
      return { url: places.recordPath(objectTypeId, objectId), isExternal };
    default:
      return undefined;
  }
}

/** HubSpot's editors are not part of the preview: it says which one would open. */
function useCrmAction(props: CrmActionButtonProps | CrmActionLinkProps) {
  const [isShown, setShown] = useState(false);
  const link = linkOf(props, usePlaces());
  const click = () => {
    void callExtension(props.onClick);
    if (link === undefined) setShown(true);
  };
  const dialog = isShown && (
    <Dialog
      kind="modal"
      isModal
      width="sm"
      title="HubSpot takes over here"
      label={undefined}
      testId={undefined}
      onClose={() => setShown(false)}
    >
      <div className="canvas-dialog__body canvas-dialog__body--padded" lang="en">
        In HubSpot this opens {names[props.actionType]}. The preview has none.
      </div>
    </Dialog>
  );
  return { link, click, dialog };
}

export function CrmActionButton(props: CrmActionButtonProps) {
  const { variant = 'secondary', size, type = 'button', disabled = false, children } = props;
  const { link, click, dialog } = useCrmAction(props);
  const className = classNames('canvas-button', `canvas-button--${variant}`, `canvas-button--${sizeOf(size, 'md')}`);
  return (
    <>
      {link === undefined || disabled ? (
        <button type={type} className={className} disabled={disabled} onClick={click} {...testAttributes(props)}>
          {children}
        </button>
      ) : (
        <a className={className} {...linkAttributes(link)} onClick={click} {...testAttributes(props)}>
          {children}
          {link.isExternal && <ExternalMark />}
        </a>
      )}
      {dialog}
    </>
  );
}

export function CrmActionLink(props: CrmActionLinkProps) {
  const { variant = 'primary', children } = props;
  const { link, click, dialog } = useCrmAction(props);
  const className = classNames('canvas-link', `canvas-link--${variant}`);
  return (
    <>
      {link === undefined ? (
        <button type="button" className={className} onClick={click} {...testAttributes(props)}>
          {children}
        </button>
      ) : (
        <a className={className} {...linkAttributes(link)} onClick={click} {...testAttributes(props)}>
          {children}
          {link.isExternal && <GluedExternalMark />}
        </a>
      )}
      {dialog}
    </>
  );
}
