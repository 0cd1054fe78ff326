/** Something that reads a text which it did not write. */
export interface TextTarget {
  readonly name: string;
  /** Texts that it reads as it should; the fuzzer starts from them. */
  readonly corpus: readonly [string, ...string[]];
  /**
   * Reads the text, and checks what may be relied on afterwards.
   *
   * @returns what became of it, in a word or two
   */
  read(text: string): string | Promise<string>;
}

/** A text that has to be JSON before anything else can be wrong with it is changed as a value, too. */
export interface JsonTarget extends TextTarget {
  readonly isJson: true;
  /** It is given a value: what is no JSON does not come so far. */
  readonly needsJson?: true;
}

export const isJsonTarget = (target: TextTarget): target is JsonTarget => 'isJson' in target;

/** Most readers answer null for what they cannot read. */
export const orNull = (value: unknown): 'read' | 'refused' => (value === null ? 'refused' : 'read');
