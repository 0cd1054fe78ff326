import { parseBaseUrl, parseFlags, parseWholeNumber } from '../terminal/parse-flags.ts';
import { UsageError } from '../terminal/run-command.ts';

export const standInUsage = `Usage: npm run emulators -- [--zoom-port N] [--hubspot-port N] [--seed demo|none|FILE]
         [--latency-zoom MS] [--latency-hubspot MS] [--zoom-public-url URL] [--hubspot-public-url URL]

  --zoom-port N, --hubspot-port N   where to listen on 127.0.0.1; 4010 and 4020 when absent, 0 for any free port
  --seed demo|none|FILE             what the two hold: the demo company (default), nothing, or a JSON file
                                    { "zoom": {…}, "hubspot": {…} }
  --latency-zoom MS, --latency-hubspot MS          how long each answer takes at least
  --zoom-public-url URL, --hubspot-public-url URL  the address to write into links that the stand-ins hand out

Prints one line of JSON when both are ready and runs until Ctrl-C.`;

export interface StandInArguments {
  readonly zoomPort: number;
  readonly hubSpotPort: number;
  readonly seed:
    { readonly kind: 'demo' } | { readonly kind: 'none' } | { readonly kind: 'file'; readonly path: string };
  readonly zoomLatencyMs: number;
  readonly hubSpotLatencyMs: number;
  readonly zoomPublicUrl: string | null;
  readonly hubSpotPublicUrl: string | null;
}

const portRange = { minimum: 0, maximum: 65_535 };
const latencyRange = { minimum: 0, maximum: 60_000 };

/** @throws UsageError */
export function parseStandInArguments(argv: readonly string[]): StandInArguments {
  const flags = parseFlags(
    argv,
    {
      'zoom-port': { type: 'string' },
      'hubspot-port': { type: 'string' },
      seed: { type: 'string' },
      'latency-zoom': { type: 'string' },
      'latency-hubspot': { type: 'string' },
      'zoom-public-url': { type: 'string' },
      'hubspot-public-url': { type: 'string' },
    },
    standInUsage,
  );
  const zoomPort = parseWholeNumber('zoom-port', flags['zoom-port'], portRange) ?? 4010;
  const hubSpotPort = parseWholeNumber('hubspot-port', flags['hubspot-port'], portRange) ?? 4020;
  if (zoomPort === hubSpotPort && zoomPort !== 0) throw new UsageError('The two stand-ins need different ports.');
  return {
    zoomPort,
    hubSpotPort,
    seed: parseSeedChoice(flags.seed ?? 'demo'),
    zoomLatencyMs: parseWholeNumber('latency-zoom', flags['latency-zoom'], latencyRange) ?? 0,
    hubSpotLatencyMs: parseWholeNumber('latency-hubspot', flags['latency-hubspot'], latencyRange) ?? 0,
    zoomPublicUrl: parseBaseUrl('zoom-public-url', flags['zoom-public-url']) ?? null,
    hubSpotPublicUrl: parseBaseUrl('hubspot-public-url', flags['hubspot-public-url']) ?? null,
  };
}

function parseSeedChoice(text: string): StandInArguments['seed'] {
  if (text === 'demo' || text === 'none') return { kind: text };
  if (text.trim() === '') throw new UsageError('--seed must be demo, none, or the path of a JSON file.');
  return { kind: 'file', path: text };
}
