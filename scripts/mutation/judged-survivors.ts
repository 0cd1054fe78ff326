/** Changes that no test notices, in groups, and why. */
export const judgedSurvivors: readonly { readonly what: string; readonly judgement: string }[] = [];
