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
  {
    what: 'sync/normalise: whether a join’s session is there, whether there is a last session; sync/preview-people: whether an item has an outcome; sync/recall: whether there is a registration',
    judgement: 'the same, since only such joins, sessions and items get there; the compiler asks for it',
  },
  {
    what: 'sync/normalise: which of two people with the same key comes first',
    judgement: 'the same, since there are no two',
  },
  {
    what: 'sync/normalise: a join without a leave, or with a leave before it',
    judgement: 'the same, since what is left of such an interval inside a session is nothing',
  },
  {
    what: 'sync/normalise: what rows the second of several guests of one name has',
    judgement: 'the same, since something that is no row belongs to no session',
  },
  {
    what: 'sync/normalise: a date that begins in the very moment in which a session ends',
    judgement: 'not tried: whether a registration made after it counts for that session would depend on a millisecond',
  },
  {
    what: 'sync/match: contacts without an address',
    judgement: 'the same, since nobody is looked for by no address',
  },
  {
    what: 'sync/plan, sync/history-webinar: whether there is a time of registration beside a registration, an attendance beside its time, a part beside its registration',
    judgement: 'the same, since one is never without the other; the compiler asks for it',
  },
  {
    what: 'sync/history-webinar: whether a time of registration was known before',
    judgement: 'the same, since nothing counts as 0, and no registration is older than 1970',
  },
  {
    what: 'sync/plan: which properties are compared as times',
    judgement: 'the same, since two different texts that are no times are different as times as well',
  },
  {
    what: 'sync/facts: what is taken from the id of another app’s event',
    judgement: 'the same, since a single text where there should be two is none, too',
  },
];
