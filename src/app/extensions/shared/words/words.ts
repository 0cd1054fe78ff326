import type { GetICUArgs } from '@schummar/icu-type-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Formats } from '../formats.ts';
import type { Language } from './languages.ts';
import { catalogues } from './messages/catalogues.ts';
import type { en } from './messages/en.ts';

/** Every text of pages, card and audit log has one. */
export type MessageKey = keyof typeof en;

interface IcuValues {
  ICUArgument: string;
  ICUNumberArgument: number;
  ICUDateArgument: Date;
}

/** The values that a message takes, read from its English text. */
export type MessageValues<Key extends MessageKey> = GetICUArgs<(typeof en)[Key], IcuValues>;

type ValuesArgument<Key extends MessageKey> = keyof MessageValues<Key> extends never
  ? readonly []
  : readonly [values: MessageValues<Key>];

/** What a view needs to speak to its user: texts, numbers and times in the user's language. */
export interface Words {
  readonly language: Language;
  readonly formats: Formats;
  /** The text of a key. Numbers are written as the user's locale writes them; times come as texts of `formats`. */
  readonly t: <Key extends MessageKey>(key: Key, ...values: ValuesArgument<Key>) => string;
}

/** @param formats - of the user's locale, which may be a regional one of the language */
export function createWords(language: Language, formats: Formats): Words {
  const messages = catalogues[language];
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const parse = (key: MessageKey): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const message = new IntlMessageFormat(messages[key], formats.locale, undefined, { ignoreTag: true });
    parsed.set(key, message);
    return message;
  };
  const format = (key: MessageKey, values?: Readonly<Record<string, string | number | Date>>): string =>
    String(parse(key).format<string>(values));
  // What each key takes is known to its callers only.
  return { language, formats, t: format as Words['t'] };
}
