import { readFileSync } from 'node:fs';
import type { Deliver } from '../../emulators/core/delivery.ts';
import { addAction, nextWorkflowAt, runDueWorkflows } from '../../emulators/hubspot/index.ts';
import type { AppProcess, AppProcessOptions } from '../support/app-process.ts';
import { endpointToken } from '../support/two-accounts.ts';
import type { WebinarWorld } from '../support/webinar-world.ts';

const clientSecret = 'client-secret-of-the-app-of-the-tests';
/** Nobody listens there: what the app sends to itself is lost, and missed by nobody here. */
const baseUrl = 'http://127.0.0.1:1/hs/serverless';

/** A process that can check HubSpot's signatures. */
export const signedProcess: AppProcessOptions = {
  environment: { ENDPOINT_ACCESS: JSON.stringify({ tokens: [endpointToken], clientSecret, baseUrl }) },
};

const readDefinition = (fileName: string): string =>
  readFileSync(new URL(`../../src/app/workflow-actions/${fileName}`, import.meta.url), 'utf8')
    .replaceAll('${FUNCTIONS_BASE_URL}', baseUrl)
    .replaceAll('${ENDPOINT_TOKEN}', endpointToken);

/** Gives the account the actions as they are uploaded, the variables of their profile filled in. */
export function uploadActions({ two }: WebinarWorld, fileNames: readonly string[]): readonly string[] {
  const world = two.hubspot.world();
  world.workflows.settings = { ...world.workflows.settings, clientSecret, signature: 'both' };
  return fileNames.map((fileName) => addAction(world, readDefinition(fileName)).uid);
}

/** Hands requests to processes in turn, as the gateway in front of the functions does: the path says which function. */
export function deliverTo(processes: readonly AppProcess[]): Deliver {
  let calls = 0;
  return async ({ method, url, headers, body }) => {
    calls += 1;
    const process = processes[calls % processes.length];
    if (process === undefined) throw new Error('there is no process');
    const { pathname, searchParams } = new URL(url);
    const uid = (pathname.split('/').at(-1) ?? '').replaceAll('-', '_');
    const params = Object.fromEntries([...searchParams].map(([name, value]) => [name, [value]]));
    const answer = await process.request(uid, { method, params, headers, body });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  };
}

/** Steps from one due moment to the next, on the time of the world, until nothing is due any more. */
export async function runToEnd({ two, time }: WebinarWorld, deliver: Deliver): Promise<void> {
  const world = two.hubspot.world();
  await runDueWorkflows(world, deliver);
  for (let next = nextWorkflowAt(world); next !== null; next = nextWorkflowAt(world)) {
    time.advance(Math.max(0, next - time.now()));
    await runDueWorkflows(world, deliver);
  }
}
