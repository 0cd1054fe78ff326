/** How long the stand-ins take for each answer. */
export interface Latencies {
  readonly zoomLatencyMs: number;
  readonly hubSpotLatencyMs: number;
}

/** What was measured: for people, for programs, and what is wrong with it. */
export interface Measurement<Figures = unknown> {
  readonly lines: readonly string[];
  readonly json: Figures;
  readonly problems: readonly string[];
}
