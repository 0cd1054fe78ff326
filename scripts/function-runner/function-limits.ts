/**
 * What HubSpot lets one function call use. The app-function pages state no numbers; these are the ones of the serverless
 * functions that app functions grew out of, taken as upper bounds.
 *
 * @see https://developers.hubspot.com/docs/cms/reference/serverless-functions/serverless-functions (read 2026-11-20)
 */
export const functionLimits = {
  timeLimitMs: 10_000,
  memoryLimitBytes: 128 * 1024 * 1024,
  payloadLimitBytes: 6 * 1024 * 1024,
  logLimitBytes: 4 * 1024,
} as const;

/**
 * Flags that keep Node inside the 128 MB container instead of letting it grow until the container is killed.
 *
 * Measured on Node 22.23 (x64 Linux, peak resident memory of a process that fills its heap with small objects):
 * an idle process takes 41 MB; old space 48 → 94 MB, 56 → 106 MB, 64 → 113 MB, 72 → 121 MB, 80 → 131 MB.
 * 64 leaves 15 MB for code, sockets and buffers. Without a bound on the young generation a process that only makes garbage
 * reached 116 MB, with semi-spaces of 4 MB 82 MB, of 1 MB 68 MB; 2 MB keeps collections rare enough.
 */
export const containerNodeFlags: readonly string[] = ['--max-old-space-size=64', '--max-semi-space-size=2'];
