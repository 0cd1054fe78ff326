import type { AuditedRun, ConnectionHealth, OverviewAnswer } from '../../extensions/contract/overview.ts';
import { parseAuditedRun } from '../audit/audited-run.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { noParameters, parseParameters } from './parameters.ts';
import type { Vendors } from './vendors.ts';

const runsShown = 10;

/** Whether each Zoom account answers, and what the last runs did. One account that fails does not hide the others. */
export async function getOverview({ vendors, parameters }: Call): Promise<OverviewAnswer> {
  parseParameters(noParameters, parameters);
  const [connections, lastRuns] = await Promise.all([
    Promise.all(vendors.connections().map(({ name }, index) => checkConnection(vendors, name, index === 0))),
    readLastRuns(vendors),
  ]);
  return { ok: true, connections, lastRuns };
}

async function checkConnection(vendors: Vendors, name: string, isPrimary: boolean): Promise<ConnectionHealth> {
  try {
    await vendors.zoom(name).tokens.readToken();
    return { name, isPrimary, state: 'connected' };
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return { name, isPrimary, state: 'failing', failure: error.failure };
  }
}

async function readLastRuns({ hubspot }: Vendors): Promise<readonly AuditedRun[] | null> {
  const store = await findStateStore(hubspot);
  if (store === null) return null;
  const records = await store.listNewest('audit', runsShown);
  return records.flatMap(({ payload }) => parseAuditedRun(payload) ?? []);
}
