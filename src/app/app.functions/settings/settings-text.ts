import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What HubSpot's record holds, with a margin. */
export const settingsCharactersMax = 65_000;

/** Answers with settings stay below a megabyte, also where a record would hold more. */
export const settingsBytesMax = 800_000;

const deflatedPrefix = 'deflated:';
/** Shorter texts stay readable for whoever opens the record in HubSpot. */
const worthDeflating = 8_000;
/** Somebody may have put anything into the record. */
const unpackedBytesMax = 16 * 1024 * 1024;

export function packSettingsText(text: string): string {
  return text.length < worthDeflating ? text : `${deflatedPrefix}${deflateRawSync(text).toString('base64')}`;
}

/** @returns null for a text that was cut or changed */
export function unpackSettingsText(payload: string): string | null {
  if (!payload.startsWith(deflatedPrefix)) return payload;
  try {
    const bytes = Buffer.from(payload.slice(deflatedPrefix.length), 'base64');
    return inflateRawSync(bytes, { maxOutputLength: unpackedBytesMax }).toString('utf8');
  } catch {
    return null;
  }
}
