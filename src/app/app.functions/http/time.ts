/** Time and chance as the engine sees them; tests bring their own. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that never jumps; for deadlines. */
  monotonicMs(): number;
  /** In [0, 1). */
  random(): number;
  sleep(ms: number): Promise<void>;
}
