import { useState } from 'react';
import type { TimePassing, ZoomAct, ZoomWebinar } from '../../../protocol/outside-api.ts';
import { formatMoment } from '../../chrome/formats.ts';
import { Problem } from '../../chrome/Problem.tsx';
import { postJson } from '../../data/post-json.ts';
import { useAct, type Act } from '../../data/use-act.ts';
import { useData } from '../../data/use-data.ts';
import { useTimeZone } from '../../view-as/use-view-as.ts';
import { HubSpotFollows } from './HubSpotFollows.tsx';
import { PersonForm } from './PersonForm.tsx';

const stateNames = { live: 'Live', upcoming: 'Upcoming', past: 'Past' } as const;

/** One webinar at Zoom: what its host and its audience may do now, and what HubSpot knows of it. */
export function WebinarDesk({ webinarId }: { readonly webinarId: string }) {
  const path = `/preview/outside/zoom/webinars/${webinarId}`;
  const data = useData<ZoomWebinar>(path, { refreshSeconds: 5 });
  const timeZone = useTimeZone();
  const [followed, setFollowed] = useState<string | null>(null);
  const act = useAct();
  if (data.kind === 'loading') return <section className="record-box" aria-busy />;
  if (data.kind === 'failed') return <Problem title="This webinar can’t be shown" text={data.message} />;
  const webinar = data.answer;
  return (
    <>
      <section className="record-box" aria-labelledby="desk-title">
        <div className="section-head">
          <h2 id="desk-title">{webinar.topic}</h2>
          <span className={`event-status event-status-${webinar.state === 'past' ? 'past' : 'upcoming'}`}>
            {stateNames[webinar.state]}
          </span>
        </div>
        <p className="muted">
          {formatMoment(webinar.startsAt, timeZone)} · {webinar.registeredCount} registered · {webinar.id}
        </p>
        <PersonForm webinar={webinar} act={act} onFollow={setFollowed} onAct={(done, who) => doAct(act, done, who)} />
        <HostButtons webinar={webinar} act={act} />
        {act.problem !== null && <Problem title="That did not work" text={act.problem} />}
        <p role="status" className="muted outside-hint">
          {act.running === null ? '' : `${act.running}…`}
        </p>
      </section>
      <HubSpotFollows webinarId={webinarId} email={followed} />
    </>
  );
}

const doAct = (act: Act, done: ZoomAct, name: string): void =>
  act.run(name, async () => {
    await postJson('/preview/outside/zoom/acts', done);
  });

const quarterMinutes = 15;

/** What the host does, and time. */
function HostButtons({ webinar, act }: { readonly webinar: ZoomWebinar; readonly act: Act }) {
  const { id: webinarId, state, session, startsAt, now } = webinar;
  const pass = (minutes: number, name: string): void => {
    const body: TimePassing = { minutes };
    act.run(name, async () => {
      await postJson('/preview/outside/time', body);
    });
  };
  const untilStart = startsAt === null ? 0 : Math.ceil((Date.parse(startsAt) - Date.parse(now)) / 60_000);
  const isBusy = act.running !== null;
  return (
    <>
      <div className="outside-buttons" role="group" aria-label="What the host does">
        <button
          type="button"
          className="outside-button"
          disabled={isBusy || state === 'live'}
          onClick={() => doAct(act, { act: 'start', webinarId }, 'The webinar starts')}
        >
          Start the webinar
        </button>
        <button
          type="button"
          className="outside-button"
          disabled={isBusy || state !== 'live'}
          onClick={() => doAct(act, { act: 'end', webinarId }, 'The webinar ends')}
        >
          End the webinar
        </button>
        <button
          type="button"
          className="outside-button"
          disabled={isBusy || session === null || session.hasRecording}
          onClick={() => doAct(act, { act: 'record', webinarId }, 'A recording appears')}
        >
          A recording appears
        </button>
      </div>
      <div className="outside-buttons" role="group" aria-label="Time">
        {state === 'upcoming' && untilStart > 0 && (
          <button
            type="button"
            className="outside-button"
            disabled={isBusy}
            onClick={() => pass(untilStart, 'Time passes')}
          >
            Go to its planned start
          </button>
        )}
        <button
          type="button"
          className="outside-button"
          disabled={isBusy}
          onClick={() => pass(quarterMinutes, 'Time passes')}
        >
          Let {quarterMinutes} minutes pass
        </button>
      </div>
      <p className="muted outside-hint">
        Zoom’s report of who was there is read some minutes after the end of a webinar, and the account’s schedule runs
        from time to time. Nobody has to wait for that here: all clocks can go ahead, and the schedule runs then.
      </p>
    </>
  );
}
