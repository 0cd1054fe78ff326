import * as z from 'zod/mini';
import { parseInstant } from '../domain/instant.ts';

/*
 * Building blocks of the schemas. Zoom leaves a field out, sends null or sends '' for "there is none", so all three are
 * read alike; a value of another type is refused.
 */

export const textOrEmpty = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text?.trim() ?? ''),
);

export const textOrNull = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text?.trim() || null),
);

export const emailOrNull = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text?.trim().toLowerCase() || null),
);

/** Several addresses in one text, between semicolons or commas. */
export const emailList = z.pipe(
  z.nullish(z.string()),
  z.transform((text) =>
    (text ?? '')
      .split(/[;,]/)
      .map((email) => email.trim().toLowerCase())
      .filter((email) => email !== ''),
  ),
);

/** Zoom sends ids as numbers in some places and as text in others. */
export const idText = z.pipe(
  z.union([z.number(), z.string().check(z.minLength(1))]),
  z.transform((id) => String(id)),
);

export const idTextOrEmpty = z.pipe(
  z.nullish(z.union([z.number(), z.string()])),
  z.transform((id) => String(id ?? '')),
);

export const instant = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed !== null) return parsed;
    context.issues.push({ code: 'invalid_format', format: 'datetime', input: text });
    return z.NEVER;
  }),
);

/** Null also for a text that is no point in time: such rows are kept and told apart later. */
export const instantOrNull = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => parseInstant(text)),
);

/** More than there can be of anything, minutes included: a number beyond it says nothing, and would break every date. */
const countMax = 1_000_000_000;

const toCount = (count: number | null | undefined): number | null =>
  count !== null && count !== undefined && count >= 0 && count <= countMax ? count : null;

export const countOrNull = z.pipe(z.nullish(z.number()), z.transform(toCount));

export const countOrZero = z.pipe(
  z.nullish(z.number()),
  z.transform((count) => toCount(count) ?? 0),
);
