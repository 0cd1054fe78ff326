import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** HubSpot holds at most 65,536 characters in a text property. */
export const payloadCharactersMax = 60_000;

const deflatedPrefix = 'deflated:';
const worthDeflating = 8_000;

/** Text for the payload of a record; long texts are compressed. */
export function packText(text: string): string {
  return text.length < worthDeflating ? text : `${deflatedPrefix}${deflateRawSync(text).toString('base64')}`;
}

export function unpackText(payload: string): string {
  if (!payload.startsWith(deflatedPrefix)) return payload;
  return inflateRawSync(Buffer.from(payload.slice(deflatedPrefix.length), 'base64')).toString('utf8');
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
