import { staff } from '../company.ts';
import { crowds } from '../people/regions.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { createSingle } from './single.ts';
import type { Stage } from './stage.ts';

export const createSpanishWebinar = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: 81_234_567_809,
    topic: 'Aerotermia en viviendas: casos reales de España y Portugal',
    agenda: 'Tres instalaciones, sus costes y lo que haríamos de otra manera.',
    host: staff.ines,
    timezone: 'Europe/Madrid',
    run: { startsAtMs: stage.calendar.at(-16, 17), lengthMinutes: 57 },
    plannedMinutes: 60,
    registrantCount: 150,
    returningShare: 0.1,
    shares: crowds.iberia,
    attendedShare: 0.48,
    cancelledCount: 6,
    guestCount: 3,
  });

export const createJapaneseWebinar = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: 81_234_567_810,
    topic: '集合住宅のヒートポンプ入門',
    agenda: '欧州の事例と、日本での導入のポイント。',
    host: staff.yuki,
    timezone: 'Asia/Tokyo',
    run: { startsAtMs: stage.calendar.at(-4, 6), lengthMinutes: 46 },
    plannedMinutes: 45,
    registrantCount: 86,
    returningShare: 0.05,
    shares: crowds.eastAsia,
    attendedShare: 0.74,
    cancelledCount: 2,
  });

/** A dozen invited people, nearly all of whom come. */
export const createMayorsRound = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: 81_234_567_813,
    topic: 'Round table for mayors: heat planning',
    agenda: 'By invitation.',
    host: staff.marit,
    alternativeHost: staff.tom,
    timezone: 'Europe/Berlin',
    run: { startsAtMs: stage.calendar.at(-13, 9), lengthMinutes: 71 },
    plannedMinutes: 60,
    registrantCount: 12,
    returningShare: 0.4,
    attendedShare: 0.92,
  });
