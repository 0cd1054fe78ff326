import * as z from 'zod';

/** How HubSpot says that there is more. */
export const paging = z.object({ next: z.object({ after: z.string() }).optional() }).optional();

export const nextAfter = (page: { readonly paging?: z.infer<typeof paging> }): string | null =>
  page.paging?.next?.after ?? null;
