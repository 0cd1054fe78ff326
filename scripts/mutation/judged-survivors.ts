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
  {
    what: 'sync/checkpoint, sync/payload: what stands for a seal or a value that is not there; sync/people-marks: what stands for the parts of a line that is none; sync/describe-report, sync/add-to-activity: for a list that cannot be read; recordings/escape-html: for a letter that needs nothing',
    judgement: 'the same, since no such thing passes the next check; the compiler asks for it',
  },
  {
    what: 'sync/payload: a payload of exactly the length that is allowed',
    judgement: 'not tried: it would be divided into two, which does no harm',
  },
  {
    what: 'sync/known-webinar, sync/held-sessions, sync/planned-sessions, sync/session-names: whether there is a webinar, a date, an end, a key; sync/describe-report: whether there are both counts; sync/write-periods: whether there is a first and a last of what is too much',
    judgement:
      'the same, since nothing is before and after no point in time, and both are there or neither; the compiler asks for it',
  },
  {
    what: 'sync/planned-sessions: whether a webinar of one date was held at all',
    judgement: 'the same, since every date is later than none',
  },
  {
    what: 'sync/partition-rows, sync/partitions: whether there is one part only; sync/settle-strays: whether there are strays; sync/settle-parts: whether there is room for more previews',
    judgement: 'the same, only slower',
  },
  {
    what: 'sync/partitions: how much of a hash tells its part, and whether an equal number of parts is a smaller one',
    judgement: 'the same, since two bytes are read of it, and each part covers itself',
  },
  {
    what: 'sync/source-rows, sync/select-rows: whether there is a batch to add to, a list that a row belongs to; sync/attendee-joins: whether a row has a registrant, an address, an account; recordings/seen-recordings: whether anybody has looked',
    judgement: 'the same, since nothing is found for what is not there; the compiler asks for it',
  },
  {
    what: 'sync/attendee-joins: what stands for the name of somebody who has an address',
    judgement: 'the same, since it is the same for all of them',
  },
  {
    what: 'sync/plan-partition: whether somebody is registered for a session whose attendance is not final',
    judgement: 'the same, since nobody else has part in it',
  },
  {
    what: 'sync/people-tally: whether an outcome that says unchanged is one of somebody synced',
    judgement: 'the same, since no other says so',
  },
  {
    what: 'sync/report: which of two domains of one name comes first; recordings/ledger: which of two recordings of one uuid',
    judgement: 'the same, since there are no two',
  },
  {
    what: 'recordings/plan-audience: whether a topic is short enough to be left as it is',
    judgement: 'the same, since what is cut off then is nothing',
  },
  {
    what: 'sync/plan: what stands for the sessions of somebody whom Zoom does not list',
    judgement: 'the same, since no session has the key of what is no session',
  },
];
