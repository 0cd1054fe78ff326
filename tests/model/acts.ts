import { createHmac } from 'node:crypto';
import type { Webinar } from '../../emulators/zoom/entities.ts';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import { findBySecondaryEmail, findByUniqueValue } from '../../emulators/hubspot/objects/store.ts';
import { minuteMs } from '../support/webinar-world.ts';
import { endpointToken, webhookSecret } from '../support/zoom-doors.ts';
import { atMinute, sessionStart } from '../support/zoom-webinars.ts';
import { cast, fold, memberAt, type CastMember } from './cast.ts';
import type { HubSpotAct, Mishap, SettingsAct, Trouble, ZoomAct } from './schedule.ts';
import { dateMinutes, dayMs, liveRun, type Stage } from './stage.ts';

const atTime = (ms: number): string => atMinute(0, ms);

/** @returns whether it could happen */
export function actAtZoom(stage: Stage, act: ZoomAct): boolean {
  const webinar = stage.webinarAt(act.webinar);
  const of = { webinar_id: webinar.id };
  const now = stage.time.now();
  switch (act.do) {
    case 'register': {
      const isFree = ({ address }: CastMember): boolean =>
        address !== '' && webinar.roster.byEmail(address) === undefined;
      const who = cast.map((_, index) => act.who + index).find((each) => isFree(memberAt(each)));
      if (who === undefined) return false;
      const { address, name } = memberAt(who);
      const dates = webinar.occurrences.filter((_, index) => (act.dates & (1 << index)) !== 0);
      const ids = dates.map(({ occurrence_id }) => occurrence_id);
      stage.atZoom('add-registrant', {
        ...of,
        registrant: {
          id: `reg-${webinar.id}-${webinar.roster.nextSequence()}`,
          email: address,
          first_name: name,
          last_name: 'Quillfeather',
          status: webinar.settings.approval_type === 1 && act.dates % 2 === 0 ? 'pending' : 'approved',
          create_time: atTime(now - act.daysAgo * dayMs),
          ...(ids.length === 0 ? {} : { standIn: { occurrence_ids: ids } }),
        },
      });
      return true;
    }
    case 'self-cancel':
    case 'host-cancel':
      return withRegistrant(webinar, act.who, (email) => stage.atZoom(act.do, { ...of, email }));
    case 'decide':
      return withRegistrant(webinar, act.who, (email) =>
        stage.atZoom('change-registrant', { ...of, email, status: act.status }),
      );
    case 'rename':
      return withRegistrant(webinar, act.who, (email) =>
        stage.atZoom('change-registrant', {
          ...of,
          email,
          fields: { first_name: `Renamed${'abcd'.charAt(act.name)}` },
        }),
      );
    case 'topic':
      stage.atZoom('change-webinar', { ...of, change: { topic: `Growing ${topics[act.topic] ?? 'leeks'}` } });
      return true;
    case 'move':
      return move(stage, webinar, act.minutes);
    case 'hold':
      return hold(stage, webinar, act);
    case 'reopen': {
      const last = Math.max(...webinar.instances.map(({ endTime }) => Date.parse(endTime)));
      const start = sessionStart + 22 * 60 * minuteMs;
      if (webinar.instances.length === 0 || last > start - 7 * 60 * minuteMs) return false;
      addRun(stage, webinar, start, start + 30 * minuteMs);
      return true;
    }
    case 'join':
      return join(stage, webinar, act);
    case 'start': {
      const isItsTime = webinar.startTime !== null && Math.abs(Date.parse(webinar.startTime) - now) < dayMs / 12;
      if (!isItsTime || liveRun(webinar, now) !== undefined) return false;
      stage.atZoom('start-webinar', { ...of, uuid: newUuid(webinar) });
      return true;
    }
    case 'end':
      if (liveRun(webinar, now) === undefined) return false;
      stage.atZoom('end-webinar', of);
      return true;
    case 'come': {
      const { address, name } = memberAt(act.who);
      if (liveRun(webinar, now) === undefined) return false;
      stage.atZoom('join', { ...of, participant: { name: `${name} Quillfeather`, user_email: address } });
      return true;
    }
    case 'go': {
      const inside = liveRun(webinar, now)?.participants.filter(({ isInside }) => isInside) ?? [];
      const row = inside[act.who % Math.max(1, inside.length)];
      if (row === undefined) return false;
      stage.atZoom('leave', { ...of, user_id: row.userId });
      return true;
    }
  }
}

const topics = ['cucumbers', 'beans', 'pumpkins', 'radishes'] as const;

function withRegistrant(webinar: Webinar, who: number, act: (email: string) => void): boolean {
  const registrants = [...webinar.roster.all()];
  const registrant = registrants[who % Math.max(1, registrants.length)];
  if (registrant === undefined) return false;
  act(registrant.email);
  return true;
}

/** A date that is to come and was not held. */
function move(stage: Stage, webinar: Webinar, minutes: number): boolean {
  const now = stage.time.now();
  const to = (start: string): number => Date.parse(start) + minutes * minuteMs;
  if (webinar.type === 5) {
    const { startTime } = webinar;
    if (startTime === null || Date.parse(startTime) - now < dayMs || webinar.instances.length > 0) return false;
    stage.atZoom('change-webinar', { webinar_id: webinar.id, change: { start_time: atTime(to(startTime)) } });
    return true;
  }
  const next = webinar.occurrences.find(({ start_time }) => Date.parse(start_time) - now > dayMs);
  if (next === undefined) return false;
  stage.atZoom('change-occurrence', {
    webinar_id: webinar.id,
    occurrence_id: next.occurrence_id,
    change: { start_time: atTime(to(next.start_time)) },
  });
  return true;
}

/** Some of Zoom's ids begin with a slash and have to be encoded twice. */
const newUuid = (webinar: Webinar): string =>
  `${webinar.instances.length % 2 === 0 ? '/' : ''}run${webinar.instances.length}of//${webinar.id}==`;

function addRun(stage: Stage, webinar: Webinar, from: number, to: number): void {
  stage.atZoom('add-instance', {
    webinar_id: webinar.id,
    instance: { uuid: newUuid(webinar), start_time: atTime(from), end_time: atTime(to) },
  });
}

/** A date of the past; after a drop the host came back five minutes later, and Zoom has two runs. */
function hold(stage: Stage, webinar: Webinar, act: Extract<ZoomAct, { do: 'hold' }>): boolean {
  const hasDates = webinar.type === 9 || webinar.type === 6;
  const start = sessionStart + (hasDates ? dateMinutes(act.date) : 0) * minuteMs;
  const isPast = webinar.startTime === null || Date.parse(webinar.startTime) <= sessionStart;
  const isHeld = webinar.instances.some(({ startTime }) => Math.abs(Date.parse(startTime) - start) < dayMs / 2);
  // Runs of a webinar without dates become known in the order in which they were held.
  const isLater = webinar.instances.some(({ startTime }) => Date.parse(startTime) > start);
  if (!isPast || isHeld || (!hasDates && isLater)) return false;
  if (act.isDropped) {
    addRun(stage, webinar, start, start + 25 * minuteMs);
    addRun(stage, webinar, start + 30 * minuteMs, start + 60 * minuteMs);
  } else {
    addRun(stage, webinar, start, start + 60 * minuteMs);
  }
  return true;
}

function join(stage: Stage, webinar: Webinar, act: Extract<ZoomAct, { do: 'join' }>): boolean {
  const ended = webinar.instances.filter(({ endTime }) => Date.parse(endTime) <= stage.time.now());
  const run = ended[act.instance % Math.max(1, ended.length)];
  if (run === undefined) return false;
  const registrants = [...webinar.roster.all()];
  const member = memberAt(act.who);
  const registrant = act.isRegistrant
    ? registrants[act.who % Math.max(1, registrants.length)]
    : webinar.roster.byEmail(member.address);
  const address = registrant?.email ?? member.address;
  const start = Date.parse(run.startTime) + act.fromMinute * minuteMs;
  stage.atZoom('add-participants', {
    uuid: run.uuid,
    participants: [
      {
        name: `${member.name} Quillfeather`,
        user_email: act.isOnSharedDevice && registrant !== undefined ? memberAt(0).address : address,
        ...(registrant === undefined ? {} : { registrant_id: registrant.id }),
        join_time: atTime(start),
        leave_time: atTime(start + act.minutes * minuteMs),
      },
    ],
  });
  return true;
}

/** @returns whether it could happen */
export function actAtHubSpot(stage: Stage, act: HubSpotAct): boolean {
  const world = stage.two.hubspot.world();
  const find = (address: string) => {
    const store = contactStore(world);
    return address === ''
      ? undefined
      : (findByUniqueValue(store, 'email', fold(address)) ?? findBySecondaryEmail(store, fold(address)));
  };
  const disturb = (kind: 'edited' | 'archived' | 'merged' | 'created', ...addresses: readonly string[]): void => {
    for (const address of addresses)
      stage.memory.disturbances.push({ address: fold(address), kind, at: stage.time.now() });
  };
  const { address } = memberAt(act.who);
  const contact = find(address);
  if (act.do === 'create') {
    const member = memberAt(act.who);
    if (contact !== undefined || member.address === '' || member.neverBecause !== undefined) return false;
    stage.atHubSpot('create-contact', { properties: { email: fold(member.address), firstname: 'Typed' } });
    disturb('created', member.address);
    return true;
  }
  if (contact === undefined) return false;
  const addressesOf = ({ properties }: typeof contact): readonly string[] =>
    [properties['email'] ?? '', ...(properties['hs_additional_emails'] ?? '').split(';')].filter((each) => each !== '');
  switch (act.do) {
    case 'edit-name':
      stage.atHubSpot('edit-contact', { contact: { id: contact.id }, properties: { firstname: 'Edited' } });
      return true;
    case 'edit-address': {
      const before = contact.properties['email'] ?? '';
      disturb('edited', ...addressesOf(contact), `moved.${before}`);
      if (find(`moved.${before}`) !== undefined) return false;
      stage.atHubSpot('edit-contact', { contact: { id: contact.id }, properties: { email: `moved.${before}` } });
      return true;
    }
    case 'archive':
      disturb('archived', ...addressesOf(contact));
      stage.atHubSpot('archive-contact', { id: contact.id });
      return true;
    case 'merge': {
      const into = find(memberAt(act.into).address);
      if (into === undefined || into.id === contact.id) return false;
      disturb('merged', ...addressesOf(contact), ...addressesOf(into));
      stage.atHubSpot('merge-contacts', { primary: { id: into.id }, merged: { id: contact.id } });
      return true;
    }
  }
}

export async function changeSettings(stage: Stage, act: SettingsAct): Promise<void> {
  const { settings } = stage;
  if (act.do === 'exclude') settings.isDomainExcluded = act.isOn;
  if (act.do === 'update-only') settings.isUpdateOnly = act.isOn;
  if (act.do === 'switch-sync') settings.isSyncOn = act.isOn;
  if (act.do === 'switch-webinar') {
    const id = String(stage.webinarAt(act.webinar).id);
    if (act.isOn) settings.webinarsOff.delete(id);
    else settings.webinarsOff.add(id);
  }
  await stage.save();
}

const vendorError = {
  zoom: { code: 429, message: 'You have reached the maximum per-second rate limit for this API.' },
  hubspot: {
    status: 'error',
    message: 'You have reached your ten_secondly_rolling limit.',
    errorType: 'RATE_LIMIT',
    policyName: 'TEN_SECONDLY_ROLLING',
  },
} as const;

function toFault(mishap: Mishap, vendor: 'zoom' | 'hubspot'): object {
  switch (mishap) {
    case '429':
      return { kind: 'answer', status: 429, body: vendorError[vendor] };
    case '429 with a wait':
      return { kind: 'answer', status: 429, headers: { 'retry-after': '2' }, body: vendorError[vendor] };
    case '500':
      return { kind: 'answer', status: 500, body: { message: 'internal error' } };
    case '503 afterwards':
      return { kind: 'answer', status: 503, body: { message: 'unavailable' }, when: 'after' };
    case 'error page':
      return { kind: 'html', status: 502 };
    case 'cut before':
      return { kind: 'cut', when: 'before' };
    case 'cut afterwards':
      return { kind: 'cut', when: 'after' };
    case 'broken off':
      return { kind: 'truncate' };
  }
}

export async function makeTrouble(stage: Stage, trouble: Trouble): Promise<void> {
  const { two, time } = stage;
  switch (trouble.do) {
    case 'fault':
      two[trouble.vendor].faults.add([
        {
          operation: '*',
          occurrence: { from: trouble.call, to: trouble.call + trouble.times - 1 },
          fault: toFault(trouble.mishap, trouble.vendor),
        },
      ]);
      return;
    case 'weather':
      stage.atZoom('webhook-weather', {
        lose: trouble.lose,
        double: trouble.double,
        delay: { share: trouble.delay, upToMs: 90 * minuteMs },
        reorder: trouble.delay,
        randomSeed: stage.plan.chance,
      });
      return;
    case 'wait':
      time.advance(trouble.minutes * minuteMs);
      // A run that ended meanwhile counts from now on.
      stage.rememberTruth();
      return;
    case 'forge':
      return forge(stage, trouble);
  }
}

/** G9: what is not signed by Zoom, or long ago, changes nothing. */
async function forge(stage: Stage, { webinar, flaw }: Extract<Trouble, { do: 'forge' }>): Promise<void> {
  const { two, time, memory, warm } = stage;
  const seconds = String(Math.floor(time.now() / 1000) - (flaw === 'stale' ? 6 * 60 : 0));
  const { id, account } = stage.webinarAt(webinar);
  const object = { id, account: account.accountId };
  const signed = JSON.stringify({
    event: 'webinar.ended',
    event_ts: time.now(),
    payload: { account_id: 'acc-main', object },
  });
  const secret = flaw === 'secret' ? 'somebody-elses-secret' : webhookSecret;
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${signed}`).digest('hex');
  const records = countRecords(stage);
  const answer = await warm.request('zoom_events', {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: {
      'content-type': 'application/json',
      'x-zm-request-timestamp': seconds,
      'x-zm-signature': `v0=${signature}`,
    },
    body: flaw === 'body' ? signed.replace('webinar.ended', 'webinar.started') : signed,
  });
  const isFaulty = two.hubspot.faults.list().some(({ usedCount }) => usedCount > 0);
  if (answer.statusCode < 400)
    memory.problems.push(`G9: a forged event (${flaw}) was answered with ${answer.statusCode}`);
  if (!isFaulty && countRecords(stage) !== records)
    memory.problems.push(`G9: a forged event (${flaw}) left a doorbell`);
}

function countRecords({ two }: Stage): number {
  const { schemas, stores } = two.hubspot.world();
  const records = [...schemas.values()].flatMap(({ objectTypeId }) => [
    ...(stores.get(objectTypeId)?.live.values() ?? []),
  ]);
  return records.filter(({ properties }) => properties['kind'] === 'doorbell').length;
}
