import { SeedError } from '../core/operation.ts';
import type { Webinar } from './entities.ts';
import type { Registrant, RegistrantStatus } from './registrant.ts';
import { personalJoinLink } from './links.ts';
import type { RegistrantSeed } from './seed-schema.ts';
import { newId, type ZoomWorld } from './world.ts';
import { secondMs, toZoomTime } from './zoom-time.ts';

/** Empty answers of the form, in the vendor's order. */
const emptyAnswers = {
  last_name: '',
  address: '',
  city: '',
  country: '',
  zip: '',
  state: '',
  phone: '',
  industry: '',
  org: '',
  job_title: '',
  purchasing_time_frame: '',
  role_in_purchase_process: '',
  no_of_employees: '',
  comments: '',
  custom_questions: [],
} as const;

/** Whether each occurrence of the webinar is registered for apart. */
export const isRegisteredPerOccurrence = (webinar: Webinar): boolean =>
  webinar.type === 9 && webinar.settings.registration_type !== 1;

/** Puts somebody on the list as Zoom itself would, past every limit and check of the API. @throws SeedError */
export function buildRegistrant(world: ZoomWorld, webinar: Webinar, seed: RegistrantSeed): Registrant {
  const { standIn, id, email, status, create_time, join_url, language, ...fields } = seed;
  if (webinar.roster.byEmail(email) !== undefined) {
    throw new SeedError(`Webinar ${webinar.id}: ${email} is registered twice.`);
  }
  if (id !== undefined && webinar.roster.byId(id) !== undefined) {
    throw new SeedError(`Webinar ${webinar.id}: registrant id ${id} is there twice.`);
  }
  const occurrenceIds = standIn.occurrence_ids ?? webinar.occurrences.map(({ occurrence_id }) => occurrence_id);
  for (const occurrenceId of occurrenceIds) {
    if (!webinar.occurrences.some(({ occurrence_id }) => occurrence_id === occurrenceId)) {
      throw new SeedError(`Webinar ${webinar.id}: ${email} is registered for an unknown occurrence "${occurrenceId}".`);
    }
  }
  return enrol(world, webinar, {
    id: id ?? null,
    email,
    fields,
    status,
    createTime: create_time ?? null,
    joinUrl: join_url ?? null,
    language,
    trackingSourceId: standIn.tracking_source_id ?? null,
    occurrenceIds,
  });
}

export interface NewRegistrant {
  readonly id: string | null;
  readonly email: string;
  readonly fields: Registrant['fields'];
  readonly status: RegistrantStatus;
  readonly createTime: string | null;
  readonly joinUrl: string | null;
  readonly language: string;
  readonly trackingSourceId: string | null;
  readonly occurrenceIds: readonly string[];
}

/** Without a time of creation, people follow each other by a second, none later than now. */
export function enrol(world: ZoomWorld, webinar: Webinar, person: NewRegistrant): Registrant {
  const sequence = webinar.roster.nextSequence();
  const createdAt = Math.min(world.clock.now(), Date.parse(webinar.createdAt) + sequence * secondMs);
  const registrant: Registrant = {
    sequence,
    id: person.id ?? newId(world.random),
    email: person.email,
    fields: { ...emptyAnswers, ...person.fields },
    createTime: person.createTime ?? toZoomTime(createdAt),
    joinUrl: person.joinUrl ?? personalJoinLink(webinar.id, newId(world.random, 24)),
    language: person.language,
    trackingSourceId: person.trackingSourceId,
    status: person.status,
    statusByOccurrence: new Map(
      isRegisteredPerOccurrence(webinar)
        ? person.occurrenceIds.map((occurrenceId) => [occurrenceId, person.status])
        : [],
    ),
  };
  webinar.roster.add(registrant);
  return registrant;
}
