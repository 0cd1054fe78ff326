import type { StandIns } from './start-stand-ins.ts';

/** Lets something happen at Zoom. @throws Error when the stand-in refuses */
export async function useZoomLever({ zoom }: Pick<StandIns, 'zoom'>, lever: string, body: object): Promise<void> {
  const response = await fetch(`${zoom.url}/_control/${lever}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The stand-in of Zoom refuses ${lever}: ${await response.text()}`);
}
