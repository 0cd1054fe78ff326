import * as fc from 'fast-check';
import { afterAll, describe, it } from 'vitest';
import { checkEach, createTally, expectPrototypesUnharmed, outcomeOf } from './fuzz-kit.ts';
import { givenTexts } from './given-texts.ts';
import { edits, mutateText, mutateValue } from './mutate.ts';
import { ownRecords } from './own-records.ts';
import { isJsonTarget, type TextTarget } from './target.ts';
import { vendorAnswers } from './vendor-answers.ts';

const tally = createTally('texts');
const targets: readonly TextTarget[] = [...vendorAnswers, ...ownRecords, ...givenTexts];
/** Of all inputs; the rest go to functions and records. */
const share = 0.94 / targets.length;

afterAll(() => {
  tally.save();
});

/** As many inputs as are asked for; each of them has a limit of its own. */
const timeoutMs = 3_600_000;

const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

describe('whatever a text is made into, it is read or refused, in no time', () => {
  it.each(targets.map((target) => [target.name, target] as const))(
    '%s',
    async (name, target) => {
      for (const text of target.corpus) await outcomeOf(text, () => target.read(text));

      await checkEach<[string, boolean, readonly Parameters<typeof mutateValue>[1][number][]]>(
        share,
        [fc.constantFrom(...target.corpus), fc.boolean(), edits],
        async (original, asValue, changes) => {
          const value = asValue && isJsonTarget(target) ? tryParse(original) : undefined;
          const text =
            value === undefined
              ? mutateText(original, changes, target.corpus)
              : JSON.stringify(mutateValue(value, changes));
          const mustParse = isJsonTarget(target) && target.needsJson === true;
          if (mustParse && tryParse(text) === undefined) {
            tally.count(name, 'no JSON');
            return;
          }
          tally.count(name, await outcomeOf(text, () => target.read(text)));
        },
      );
      expectPrototypesUnharmed();
    },
    timeoutMs,
  );
});
