import type { GetICUArgs } from '@schummar/icu-type-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './languages.ts';
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

/** The text of a key. Numbers are written as the user's locale writes them; times come as texts of the formats. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: ValuesArgument<Key>) => string;

/** Texts of one language, or as many of them as a page needs. */
export type Messages = Readonly<Partial<Record<MessageKey, string>>>;
export type MessagesByLanguage = Readonly<Record<Language, Messages>>;

/**
 * Texts by key, each of them parsed when it is first said.
 *
 * @param locale - of the user; may be a regional one of the language of the messages
 */
export function createTranslate(messages: Messages, locale: string): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const parse = (key: MessageKey): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const text = messages[key];
    if (text === undefined) throw new Error(`The catalogue of this page has no message ${key}.`);
    const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    parsed.set(key, message);
    return message;
  };
  const format = (key: MessageKey, values?: Readonly<Record<string, string | number | Date>>): string =>
    String(parse(key).format<string>(values));
  // What each key takes is known to its callers only.
  return format as Translate;
}
