import { retain } from '@remote-ui/rpc';
import type { ContactValues } from '../../protocol/preview-api.ts';
import { fetchJson } from '../data/fetch-json.ts';
import { finishedCallCount } from './function-call-log.ts';

type OnUpdate = (values: Record<string, string>, error?: { readonly message: string }) => unknown;

/** The properties of the record that an extension is on. */
export interface RecordProperties {
  read(names: readonly string[] | '*'): Promise<Record<string, string>>;
  /** Calls back now and whenever the record may have changed. */
  follow(names: readonly string[] | '*', onUpdate: OnUpdate): void;
  /** Lets the page and whoever follows read the record again. */
  refresh(): void;
  close(): void;
}

export function createRecordProperties(contactId: string): RecordProperties {
  const followers = new Set<() => void>();
  const read: RecordProperties['read'] = async (names) => {
    const query = names === '*' ? '' : `?names=${encodeURIComponent(names.join(','))}`;
    const values = await fetchJson<ContactValues>(`/preview/contacts/${contactId}/properties${query}`);
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
  };
  const notify = (): void => {
    for (const follower of followers) follower();
  };
  const stop = finishedCallCount.subscribe(notify);
  return {
    read,
    follow(names, onUpdate) {
      // The function outlives the call that it came with.
      retain(onUpdate);
      const update = (): void => {
        read(names).then(
          (values) => void onUpdate(values),
          (error: unknown) => void onUpdate({}, { message: String(error) }),
        );
      };
      followers.add(update);
      update();
    },
    refresh: () => finishedCallCount.update((count) => count + 1),
    close() {
      stop();
      followers.clear();
    },
  };
}
