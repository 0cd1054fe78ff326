import type { CrmRequest, HostApi } from '../protocol/sandbox-protocol.ts';
import { unwrap } from './reply.ts';

/** What the SDK's data hooks read. No real Response: `cleanup` is a function. */
interface HookAnswer {
  json(): Promise<{ readonly data?: unknown; readonly error?: string; readonly cleanup: () => void }>;
}

const nothingToClean = (): void => {};

/** The part of `hsWorkerAPI` behind the CRM data hooks. */
export function createCrmData(host: HostApi) {
  const ask = async (request: CrmRequest): Promise<HookAnswer> => ({
    async json() {
      const reply = await host.readCrm(request);
      return reply.ok
        ? { data: reply.value, cleanup: nothingToClean }
        : { error: reply.message, cleanup: nothingToClean };
    },
  });
  return {
    fetchCrmProperties: (names: readonly string[]) => ask({ kind: 'properties', names }),
    fetchAssociations: (request: object) => ask({ kind: 'associations', request }),
    fetchCrmSearch: (request: object) => ask({ kind: 'search', request }),
    fetchHubSpotApi: (request: object) => unwrap(host.readCrm({ kind: 'api', request })),
    /** Values stay as they are stored: how HubSpot formats them is not public. */
    formatCrmProperties: async ({ propertiesList }: { readonly propertiesList: readonly unknown[] }) => ({
      json: async () => propertiesList,
    }),
  };
}
