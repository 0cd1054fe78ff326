/** Changes that no test notices, in groups, and why. */
export const judgedSurvivors: readonly { readonly what: string; readonly judgement: string }[] = [
  {
    what: 'domain/instant: whether there is a text at all',
    judgement: 'the same, since null and undefined are no point in time as texts either; the compiler asks for it',
  },
  {
    what: 'domain/sessions: of two instances with the same uuid, which comes first',
    judgement: 'the same, since there are no two',
  },
  {
    what: 'domain/sessions: whether there is a group to continue',
    judgement:
      'the same, since nothing ended before the first instance, however long the gap may be; the compiler asks for it',
  },
];
