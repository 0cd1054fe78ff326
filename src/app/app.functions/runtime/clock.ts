/** Time and chance as the engine sees them; tests bring their own. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that never jumps; for deadlines. */
  monotonicMs(): number;
  /** In [0, 1). */
  random(): number;
  /** Ends early, rejecting, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
