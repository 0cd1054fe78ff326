const mark = '[redacted]';
const charactersRead = 2_000;

/*
 * Order matters: a named value ("client_secret=…") is taken whole before its content could match only in part, and
 * addresses come last because the other rules may leave pieces that look like one. What follows a named value's colon may also
 * be a word of our own: a scheme, or `expected` in the description of a field that does not fit.
 */
const rules: readonly (readonly [RegExp, string | ((match: string) => string)])[] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9+/=._~-]{6,}/gi, `$1 ${mark}`],
  [
    /\b(access[_-]?key|access[_-]?token|refresh[_-]?token|download[_-]?token|download_access_token|[\w-]*secret(?:[_-]?token)?|password|passcode|pwd|zak|tk|api[_-]?key|hapikey|authorization)(["']?\s*[:=]\s*["']?)(?!Bearer |Basic |expected )[^\s"'&,}]+/gi,
    `$1$2${mark}`,
  ],
  [/\beyJ[\w-]{5,}(?:\.[\w-]*)*/g, mark],
  [/\bpat-[a-z0-9]+-[0-9a-f-]{8,}/gi, mark],
  [/[\w-]{32,}/g, (run) => (looksLikeKey(run) ? mark : run)],
  [/(?:"[^"]*"|[^\s<>()[\]\\,;:"@]+)(?:@|%(?:25)*40)\[?[^\s<>()[\]\\,;:"@/?&#]+/g, mark],
];

// Upper and lower case and digits in one long run: keys are written so, and the ids that reports need (UUIDs, numbers) are not.
const looksLikeKey = (run: string): boolean => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);

/**
 * Takes tokens, authorization values, keys and e-mail addresses out of a text. Texts are cut at 2,000 characters; a word
 * that the cut would split is dropped, since half an address would not be recognised.
 */
export function redactText(text: string): string {
  const readable = text.length > charactersRead ? `${text.slice(0, charactersRead).replace(/\S+$/, '')}…` : text;
  return rules.reduce(
    (redacted, [pattern, replacement]) =>
      typeof replacement === 'string' ? redacted.replace(pattern, replacement) : redacted.replace(pattern, replacement),
    readable,
  );
}

/** The same value with every text in it redacted, at any depth. */
export function redactDeep<Value>(value: Value): Value {
  if (typeof value === 'string') return redactText(value) as Value;
  if (Array.isArray(value)) return value.map(redactDeep) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, redactDeep(entry)])) as Value;
}
