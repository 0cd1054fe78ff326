import type { Registrant, RegistrantStatus } from './registrant.ts';

export interface RosterFilter {
  readonly status: RegistrantStatus;
  readonly occurrenceId: string | null;
  readonly trackingSourceId: string | null;
}

/**
 * The registrants of one webinar, in the order of registration. Every combination that can be asked for has its own sorted
 * list, so that a page costs what the page is long, whatever the size of the webinar.
 */
export interface Roster {
  /** Changes with every change, for whoever caches something derived. */
  version(): number;
  nextSequence(): number;
  size(): number;
  all(): Iterable<Registrant>;
  byId(id: string): Registrant | undefined;
  byEmail(email: string): Registrant | undefined;
  add(registrant: Registrant): void;
  remove(registrant: Registrant): void;
  /** With an occurrence only that part of the registration changes; without, all of it. */
  setStatus(registrant: Registrant, status: RegistrantStatus, occurrenceId: string | null): void;
  /** Adds an occurrence to a registration, or takes one away (null). */
  setOccurrence(registrant: Registrant, occurrenceId: string, status: RegistrantStatus | null): void;
  replaceFields(registrant: Registrant, fields: Registrant['fields']): void;
  list(filter: RosterFilter): readonly Registrant[];
}

const strongestFirst: readonly RegistrantStatus[] = ['approved', 'pending', 'denied'];

export const emailKey = (email: string): string => email.trim().toLowerCase();

const listKey = (status: RegistrantStatus, occurrenceId: string | null, trackingSourceId: string | null): string =>
  `${status}\n${occurrenceId ?? ''}\n${trackingSourceId ?? ''}`;

function listKeys(registrant: Registrant): string[] {
  const sources = registrant.trackingSourceId === null ? [null] : [null, registrant.trackingSourceId];
  return sources.flatMap((source) => [
    listKey(registrant.status, null, source),
    ...[...registrant.statusByOccurrence].map(([occurrenceId, status]) => listKey(status, occurrenceId, source)),
  ]);
}

function positionOf(list: readonly Registrant[], sequence: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.sequence ?? Number.POSITIVE_INFINITY) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createRoster(): Roster {
  const byId = new Map<string, Registrant>();
  const byEmail = new Map<string, Registrant>();
  const lists = new Map<string, Registrant[]>();
  let lastSequence = 0;
  let version = 0;

  function enlist(registrant: Registrant): void {
    for (const key of listKeys(registrant)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [registrant]);
      else if ((list.at(-1)?.sequence ?? 0) < registrant.sequence) list.push(registrant);
      else list.splice(positionOf(list, registrant.sequence), 0, registrant);
    }
    version += 1;
  }
  function delist(registrant: Registrant): void {
    for (const key of listKeys(registrant)) {
      const list = lists.get(key);
      if (list === undefined) continue;
      const position = positionOf(list, registrant.sequence);
      if (list[position] === registrant) list.splice(position, 1);
    }
    version += 1;
  }
  function change(registrant: Registrant, edit: () => void): void {
    delist(registrant);
    edit();
    const statuses = [...registrant.statusByOccurrence.values()];
    if (statuses.length > 0) {
      registrant.status = strongestFirst.find((status) => statuses.includes(status)) ?? registrant.status;
    }
    enlist(registrant);
  }

  return {
    version: () => version,
    nextSequence: () => (lastSequence += 1),
    size: () => byId.size,
    all: () => byId.values(),
    byId: (id) => byId.get(id),
    byEmail: (email) => byEmail.get(emailKey(email)),
    add(registrant) {
      byId.set(registrant.id, registrant);
      byEmail.set(emailKey(registrant.email), registrant);
      enlist(registrant);
    },
    remove(registrant) {
      byId.delete(registrant.id);
      byEmail.delete(emailKey(registrant.email));
      delist(registrant);
    },
    setStatus(registrant, status, occurrenceId) {
      change(registrant, () => {
        if (occurrenceId !== null && registrant.statusByOccurrence.has(occurrenceId)) {
          registrant.statusByOccurrence.set(occurrenceId, status);
          return;
        }
        registrant.status = status;
        for (const key of registrant.statusByOccurrence.keys()) registrant.statusByOccurrence.set(key, status);
      });
    },
    setOccurrence(registrant, occurrenceId, status) {
      change(registrant, () => {
        if (status === null) registrant.statusByOccurrence.delete(occurrenceId);
        else registrant.statusByOccurrence.set(occurrenceId, status);
      });
    },
    replaceFields(registrant, fields) {
      registrant.fields = fields;
      version += 1;
    },
    list: ({ status, occurrenceId, trackingSourceId }) =>
      lists.get(listKey(status, occurrenceId, trackingSourceId)) ?? [],
  };
}
