import * as z from 'zod';
import type { PreviewApp } from '../protocol/preview-api.ts';
import type { HubSpotReader } from './hubspot-reader.ts';

const detailsSchema = z.object({ portalId: z.int(), timeZone: z.string() });
const usersSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      firstName: z.string().default(''),
      lastName: z.string().default(''),
    }),
  ),
});

/** For an account that has no users. */
const nobody = { id: 1, email: 'user@example.com', firstName: 'Preview', lastName: 'User' };

/** The account, and the first of its users, who is the one that looks at the pages. */
export async function readAccount(hubSpot: HubSpotReader): Promise<Pick<PreviewApp, 'portal' | 'user'>> {
  const [details, users] = await Promise.all([
    hubSpot.get('/account-info/v3/details'),
    hubSpot.get('/settings/v3/users', { limit: '1' }),
  ]);
  const { portalId, timeZone } = detailsSchema.parse(details);
  const [first] = usersSchema.parse(users).results;
  return {
    portal: { id: portalId, timeZone },
    user: first === undefined ? nobody : { ...first, id: Number(first.id) },
  };
}
