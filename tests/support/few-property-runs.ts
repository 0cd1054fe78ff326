import * as fc from 'fast-check';

/** For each of a thousand mutants: one that a few examples do not show is not worth a minute. */
fc.configureGlobal({ numRuns: 25 });
