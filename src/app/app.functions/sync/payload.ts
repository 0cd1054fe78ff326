import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** HubSpot holds at most 65,536 characters in a text property. */
export const payloadCharactersMax = 60_000;

const deflatedPrefix = 'deflated:';
const worthDeflating = 8_000;
/** Far more than a payload holds; somebody may have put anything into the record. */
const unpackedBytesMax = 32 * 1024 * 1024;

/** Text for the payload of a record; long texts are compressed. */
export function packText(text: string): string {
  return text.length < worthDeflating ? text : `${deflatedPrefix}${deflateRawSync(text).toString('base64')}`;
}

export function unpackText(payload: string): string {
  if (!payload.startsWith(deflatedPrefix)) return payload;
  const bytes = Buffer.from(payload.slice(deflatedPrefix.length), 'base64');
  return inflateRawSync(bytes, { maxOutputLength: unpackedBytesMax }).toString('utf8');
}

const sealOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** JSON that tells whether it was changed or cut since: what is remembered is worked with as it is, so it must be ours. */
export function formatSealed(value: unknown): string {
  const text = JSON.stringify(value);
  return `{"seal":"${sealOf(text)}","value":${text}}`;
}

const sealedText = /^\{"seal":"([\w-]{16})","value":(.*)\}$/s;

/** What {@link formatSealed} was given; undefined for a payload that was changed or cut since. */
export const readSealed = (payload: string): unknown => tryRead(() => openSeal(unpackText(payload)));

/** The same; a payload without a seal, of an earlier version, is read as it is. */
export const readSealedOrOlder = (payload: string): unknown =>
  tryRead(() => {
    const text = unpackText(payload);
    return sealedText.test(text) ? openSeal(text) : (JSON.parse(text) as unknown);
  });

function openSeal(text: string): unknown {
  const [, seal, value = ''] = sealedText.exec(text) ?? [];
  return sealOf(value) === seal ? JSON.parse(value) : undefined;
}

function tryRead(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * Packs items into as few payloads as fit a record each.
 *
 * @param format - the text of some items together
 */
export function packItems<Item>(items: readonly Item[], format: (items: readonly Item[]) => string): readonly string[] {
  if (items.length === 0) return [];
  const payload = packText(format(items));
  if (payload.length <= payloadCharactersMax || items.length === 1) return [payload];
  const pieceCount = Math.ceil((payload.length / payloadCharactersMax) * 1.05);
  const pieceSize = Math.ceil(items.length / pieceCount);
  const pieces = Array.from({ length: pieceCount }, (_, index) =>
    items.slice(index * pieceSize, (index + 1) * pieceSize),
  );
  return pieces.flatMap((piece) => packItems(piece, format));
}
