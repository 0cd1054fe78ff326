import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A time of its own for functions that run in processes of their own: copies of their bundles, in which `Date` is ahead of the
 * machine's by what a file says. It passes as fast as the machine's.
 */
export interface WorldClock {
  /** Holds the copies. */
  readonly distDir: string;
  offsetMs(): number;
  advance(ms: number): void;
}

/** @param options.folder - empty, and this clock's alone */
export function createWorldClock(options: {
  readonly folder: string;
  readonly bundlesDir: string;
  readonly startAt: number;
}): WorldClock {
  const distDir = join(options.folder, 'functions');
  const offsetFile = join(options.folder, 'clock-offset-ms');
  let offsetMs = options.startAt - Date.now();
  const save = (): void => writeFileSync(offsetFile, String(offsetMs));
  save();
  mkdirSync(distDir);
  for (const name of readdirSync(options.bundlesDir).filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(join(options.bundlesDir, name), 'utf8');
    writeFileSync(join(distDir, name), `${shiftDate(offsetFile)}${code}`);
  }
  return {
    distDir,
    offsetMs: () => offsetMs,
    advance(ms) {
      offsetMs += ms;
      save();
    },
  };
}

/** Runs before the bundle. */
const shiftDate = (offsetFile: string): string => `{
  const { readFileSync } = require('node:fs');
  const now = () => RealDate.now() + Number(readFileSync(${JSON.stringify(offsetFile)}, 'utf8'));
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
`;
