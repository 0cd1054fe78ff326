import { readSeed } from './stand-ins/read-seed.ts';
import { parseStandInArguments } from './stand-ins/stand-in-arguments.ts';
import { startStandIns } from './stand-ins/start-stand-ins.ts';
import { closeOnSignal } from './terminal/close-on-signal.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';

/** `npm run emulators`: both stand-ins, until Ctrl-C. */
await runCommand(async ({ argv, print }) => {
  const { seed, ...options } = parseStandInArguments(argv);
  const standIns = await startStandIns({ ...options, seed: readSeed(seed, Date.now()) });
  closeOnSignal(
    () => standIns.close(),
    () => exitCodes.ok,
  );
  print(
    JSON.stringify({
      zoom: standIns.zoom.url,
      hubspot: standIns.hubSpot.url,
      control: { zoom: `${standIns.zoom.url}/_control/state`, hubspot: `${standIns.hubSpot.url}/_control/state` },
      env: standIns.env,
    }),
  );
});
