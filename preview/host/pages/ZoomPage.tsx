import { useState } from 'react';
import type { ZoomWebinars } from '../../protocol/outside-api.ts';
import { formatMoment } from '../chrome/formats.ts';
import { Problem } from '../chrome/Problem.tsx';
import { useApp } from '../data/app-context.ts';
import { useData } from '../data/use-data.ts';
import { useTimeZone } from '../view-as/use-view-as.ts';
import { DoorCalls } from './outside/DoorCalls.tsx';
import { NeedsStandIns } from './outside/NeedsStandIns.tsx';
import { EventLog } from './zoom/EventLog.tsx';
import { WebinarDesk } from './zoom/WebinarDesk.tsx';
import { WebinarList } from './zoom/WebinarList.tsx';

/** Where somebody plays everybody at Zoom, and watches HubSpot follow. */
export function ZoomPage() {
  const { hasOutsideWorld } = useApp();
  return (
    <main className="page" lang="en">
      {hasOutsideWorld ? (
        <Webinars />
      ) : (
        <>
          <div className="page-head">
            <h1>Zoom</h1>
          </div>
          <NeedsStandIns what="To play the outside world" />
        </>
      )}
    </main>
  );
}

function Webinars() {
  const data = useData<ZoomWebinars>('/preview/outside/zoom/webinars', { refreshSeconds: 5 });
  const timeZone = useTimeZone();
  const [chosenId, setChosenId] = useState<string | null>(null);
  return (
    <>
      <div className="page-head">
        <h1>Zoom</h1>
        <p className="muted">
          Be host, registrant and audience. Zoom tells the app of it, and HubSpot follows some seconds later.
          {data.kind === 'loaded' && ` It is ${formatMoment(data.answer.now, timeZone)} here.`}
        </p>
      </div>
      {data.kind === 'loading' && <p aria-busy>Reading webinars…</p>}
      {data.kind === 'failed' && <Problem title="Zoom’s webinars could not be read" text={data.message} />}
      {data.kind === 'loaded' && data.answer.webinars.length === 0 && (
        <p className="record-box">There are no webinars in Zoom.</p>
      )}
      {data.kind === 'loaded' && data.answer.webinars.length > 0 && (
        <div className="outside-columns outside-columns-zoom">
          <WebinarList
            webinars={data.answer.webinars}
            chosenId={chosenId ?? data.answer.webinars[0]?.id ?? ''}
            onChoose={setChosenId}
          />
          <div className="outside-side">
            <WebinarDesk
              key={chosenId ?? data.answer.webinars[0]?.id}
              webinarId={chosenId ?? data.answer.webinars[0]?.id ?? ''}
            />
          </div>
        </div>
      )}
      <div className="outside-logs">
        <EventLog />
        <DoorCalls />
      </div>
    </>
  );
}
