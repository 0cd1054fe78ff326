/** Milliseconds since 1970-01-01T00:00:00Z, as the stand-in believes them to be. */
export type EpochMs = number;

/**
 * The time of a stand-in. It runs with the machine's clock from a chosen start, or stands still until it is advanced.
 * Token lives, page-token lives, rate windows, daily resets and created/updated stamps all read it.
 */
export interface Clock {
  now(): EpochMs;
  nowIso(): string;
  /** Jumps to an instant; a running clock goes on from there. */
  set(epochMs: EpochMs): void;
  /** Moves forward (or back, if negative). */
  advance(ms: number): void;
  freeze(): void;
  resume(): void;
  isFrozen(): boolean;
}

export function createClock(startAt?: EpochMs, options: { readonly isFrozen?: boolean } = {}): Clock {
  let offsetMs = startAt === undefined ? 0 : startAt - Date.now();
  let frozenAt: EpochMs | null = options.isFrozen === true ? (startAt ?? Date.now()) : null;

  const now = (): EpochMs => frozenAt ?? Date.now() + offsetMs;
  return {
    now,
    nowIso: () => new Date(now()).toISOString(),
    set(epochMs) {
      if (frozenAt === null) offsetMs = epochMs - Date.now();
      else frozenAt = epochMs;
    },
    advance(ms) {
      if (frozenAt === null) offsetMs += ms;
      else frozenAt += ms;
    },
    freeze() {
      frozenAt ??= now();
    },
    resume() {
      if (frozenAt === null) return;
      offsetMs = frozenAt - Date.now();
      frozenAt = null;
    },
    isFrozen: () => frozenAt !== null,
  };
}
