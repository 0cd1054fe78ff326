import { deflateRawSync, inflateRawSync } from 'node:zlib';

const deflatedPrefix = 'deflated:';
/** Far more than anything that is kept has. */
const textBytesMax = 8_000_000;

export const deflateText = (text: string): string => `${deflatedPrefix}${deflateRawSync(text).toString('base64')}`;

/** @throws Error for a deflated text that was cut or changed; other texts stay as they are */
export function inflateText(text: string): string {
  if (!text.startsWith(deflatedPrefix)) return text;
  const deflated = Buffer.from(text.slice(deflatedPrefix.length), 'base64');
  return inflateRawSync(deflated, { maxOutputLength: textBytesMax }).toString('utf8');
}
