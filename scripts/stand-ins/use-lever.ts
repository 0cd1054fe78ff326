import type { StandIns } from './start-stand-ins.ts';

/** Lets something happen at Zoom. @throws Error when the stand-in refuses */
export async function useZoomLever({ zoom }: Pick<StandIns, 'zoom'>, lever: string, body: object): Promise<void> {
  await pull('Zoom', zoom.url, lever, body);
}

/** Lets something happen at HubSpot. @throws Error when the stand-in refuses */
export async function useHubSpotLever(
  { hubSpot }: Pick<StandIns, 'hubSpot'>,
  lever: string,
  body: object,
): Promise<void> {
  await pull('HubSpot', hubSpot.url, lever, body);
}

/** The same, for levers that say something. */
export const askZoomLever = ({ zoom }: Pick<StandIns, 'zoom'>, lever: string, body: object): Promise<unknown> =>
  pull('Zoom', zoom.url, lever, body);

async function pull(vendor: string, url: string, lever: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/_control/${lever}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The stand-in of ${vendor} refuses ${lever}: ${await response.text()}`);
  return response.json();
}
