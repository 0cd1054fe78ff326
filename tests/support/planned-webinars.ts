import type { RegistrantSeed, WebinarSeed } from './two-accounts.ts';
import { dayMs, noon, openWorld, type WebinarWorld } from './webinar-world.ts';
import { aHeldWebinar, aRegistrant, webinarId } from './zoom-webinars.ts';

/** A time as Zoom writes it, in days after the tests begin. */
export const inDays = (days: number): string => `${new Date(noon + days * dayMs).toISOString().slice(0, 19)}Z`;

export const personalLink = (name: string): string => `https://zoom.example.com/w/${webinarId}?tk=${name}`;

/** Somebody of Acme who is registered and has a link of their own. */
export const aFan = (name: string, changes: Partial<RegistrantSeed> = {}): RegistrantSeed =>
  aRegistrant(`${name}@acme.example.com`, { join_url: personalLink(name), ...changes });

/** To be held in three days, with two fans. */
export const aPlannedWebinar = (changes: Partial<WebinarSeed> = {}): WebinarSeed =>
  aHeldWebinar({ start_time: inDays(3), registrants: [aFan('ann'), aFan('bea')], instances: [], ...changes });

export const openPlanned = (changes: Partial<WebinarSeed> = {}): Promise<WebinarWorld> =>
  openWorld({ webinars: [aPlannedWebinar(changes)] });
