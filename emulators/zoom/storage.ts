import { createHash } from 'node:crypto';
import type { EmulatorAnswer, EmulatorCall, Operation } from '../core/operation.ts';
import { fileContent } from './file-content.ts';
import type { StoredFile } from './recording.ts';
import type { ZoomWorld } from './world.ts';
import { minuteMs, secondMs } from './zoom-time.ts';

const linkLifeMs = 10 * minuteMs;

const sign = (key: string, expiresSeconds: number): string =>
  createHash('sha256').update(`signed by the stand-in\n${key}\n${expiresSeconds}`).digest('base64url');

/** A link that opens a file for ten minutes, for whoever has it. */
export function signedLink(world: ZoomWorld, key: string): string {
  const expiresSeconds = Math.floor((world.clock.now() + linkLifeMs) / secondMs);
  const query = new URLSearchParams({ Expires: String(expiresSeconds), Signature: sign(key, expiresSeconds) });
  return `${world.storageUrl()}/zoom-recordings/${key}?${query.toString()}`;
}

const refuse = (status: number, code: string, message: string): EmulatorAnswer => ({
  status,
  text: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  contentType: 'application/xml',
});

/**
 * The host on which the files lie: it knows signed links only. A request that also has an Authorization header is refused, as
 * object storage does, so a client that hands its token on is found out.
 */
export const storedFile: Operation<ZoomWorld> = {
  id: 'storage.get',
  method: 'GET',
  paths: ['/zoom-recordings/:key'],
  handle(world, call) {
    if (call.headers.has('authorization')) {
      return refuse(400, 'InvalidArgument', 'Only one auth mechanism allowed');
    }
    const key = call.params['key'] ?? '';
    if (!isSigned(world, call, key)) return refuse(403, 'AccessDenied', 'Request has expired or is not signed');
    const stored = world.filesByKey.get(key);
    return stored === undefined ? refuse(404, 'NoSuchKey', 'The specified key does not exist.') : answerFile(stored);
  },
};

function isSigned(world: ZoomWorld, call: EmulatorCall, key: string): boolean {
  const expiresSeconds = Number(call.query.get('Expires') ?? Number.NaN);
  return call.query.get('Signature') === sign(key, expiresSeconds) && expiresSeconds * secondMs >= world.clock.now();
}

const answerFile = ({ instance, file }: StoredFile): EmulatorAnswer => ({
  status: 200,
  text: fileContent(instance, file),
  contentType:
    file.content === null && instance.transcript?.damage === 'html' ? 'text/html' : 'application/octet-stream',
});
