import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './run-command.ts';

type FlagOptions = NonNullable<ParseArgsConfig['options']>;
type FlagValues<Options extends FlagOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; strict: true; allowPositionals: false }>
>['values'];

/** Reads `--flags`. @throws UsageError with what is wrong and how the command is used */
export function parseFlags<const Options extends FlagOptions>(
  argv: readonly string[],
  options: Options,
  usage: string,
): FlagValues<Options> {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${sentence}.\n${usage}`);
  }
}

/** @throws UsageError unless the text is a whole number within the bounds; absent stays undefined */
export function parseWholeNumber(
  flag: string,
  text: string | undefined,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value) || value < minimum || value > maximum) {
    throw new UsageError(`--${flag} must be a whole number from ${minimum} to ${maximum}; “${text}” is not.`);
  }
  return value;
}

/** @throws UsageError unless the text is an http(s) URL; without the slash at its end */
export function parseBaseUrl(flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isWebUrl = URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
  if (!isWebUrl)
    throw new UsageError(`--${flag} must be a URL that begins with http:// or https://; “${text}” is not.`);
  return text.replace(/\/+$/u, '');
}
