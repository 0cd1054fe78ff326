import * as z from 'zod/mini';

/* The settings themselves are checked where they are known: there each problem gets its place in the form. */

export const previewSettingsParameters = z.strictObject({
  settings: z.unknown(),
});

export const saveSettingsParameters = z.strictObject({
  settings: z.unknown(),
  version: z
    .int({ error: 'must be the version of the settings that were changed' })
    .check(z.minimum(0, { error: 'must be at least 0' })),
});
