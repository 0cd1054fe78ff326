/**
 * What a browser's worker has and HubSpot's sandbox lacks, as far as HubSpot's lint rules name it. An extension that uses one
 * fails here as it would there.
 */
const blockedNames = [
  'BroadcastChannel',
  'EventSource',
  'SharedWorker',
  'WebSocket',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'caches',
  'cookieStore',
  'fetch',
  'importScripts',
  'indexedDB',
  'localStorage',
  'location',
  'navigator',
  'sessionStorage',
] as const;

/** Takes the names away from the global object, wherever on its prototype chain they stand. */
export function blockGlobals(scope: object): void {
  for (const name of blockedNames) {
    for (let holder: object | null = scope; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
      Reflect.deleteProperty(holder, name);
    }
    if (name in scope) Reflect.defineProperty(scope, name, { value: undefined });
  }
}
