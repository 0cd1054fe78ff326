import { createController, createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PageLocation } from '../../protocol/extension-context.ts';
import type { PreviewExtension } from '../../protocol/preview-api.ts';
import { componentFor } from '../components/component-for.tsx';
import { OverlayProvider, useOverlays } from '../components/overlays.tsx';
import { useApp } from '../data/app-context.ts';
import { queryOf, useHref } from '../routing/location.ts';
import { useExtensionContext } from '../view-as/use-view-as.ts';
import { keepViewAs } from '../view-as/view-as.ts';
import { ExtensionCrash } from './ExtensionCrash.tsx';
import { createHostApi } from './host-api.ts';
import { openSandbox, type Sandbox } from './open-sandbox.ts';
import { createRecordProperties } from './record-properties.ts';
import { RenderBoundary } from './RenderBoundary.tsx';

interface Props {
  readonly extension: PreviewExtension;
  /** Null where there is no record. */
  readonly contactId?: string | null;
  readonly pageLocation?: PageLocation;
}

const noPage: PageLocation = { path: '/', params: {} };
/** Its own `get` throws on a name that it lacks, which would take the page down. */
const controller = { ...createController({}), get: (name: unknown) => componentFor(String(name)) };

/** One extension as HubSpot shows it: its bundle runs in a worker, what it renders appears here. */
export function ExtensionFrame(props: Props) {
  return (
    <OverlayProvider>
      <Frame {...props} />
    </OverlayProvider>
  );
}

function Frame({ extension, contactId = null, pageLocation = noPage }: Props) {
  const { clockOffsetMs, permittedUrls } = useApp();
  const overlays = useOverlays();
  const context = useExtensionContext(extension, contactId);
  const href = useHref();
  const [crash, setCrash] = useState<string | null>(null);
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const sandbox = useRef<Sandbox | null>(null);
  // What the running sandbox asks for is answered from the newest rendering.
  const newest = useRef({ context, href, pageLocation });

  useEffect(() => {
    newest.current = { context, href, pageLocation };
  });

  useEffect(() => {
    const record = contactId === null ? null : createRecordProperties(contactId);
    const host = createHostApi({
      overlays,
      record,
      permittedIframes: permittedUrls.iframe,
      toPageHref: (path) => keepViewAs(path, queryOf(newest.current.href)),
      context: () => newest.current.context,
      onCrash: setCrash,
    });
    const opened = openSandbox({
      extension,
      receiver,
      host,
      context: newest.current.context,
      pageLocation: newest.current.pageLocation,
      clockOffsetMs,
      onFailure: setCrash,
    });
    sandbox.current = opened;
    return () => {
      opened.close();
      record?.close();
    };
  }, [extension, receiver, overlays, contactId, clockOffsetMs, permittedUrls]);

  useEffect(() => sandbox.current?.setContext(context), [context]);
  useEffect(() => sandbox.current?.setPageLocation(pageLocation), [pageLocation]);

  if (crash !== null) return <ExtensionCrash extension={extension} message={crash} />;
  return (
    <RenderBoundary onCrash={setCrash}>
      <RemoteRenderer receiver={receiver} controller={controller} />
    </RenderBoundary>
  );
}
