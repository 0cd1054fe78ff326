import { useMemo } from 'react';
import type { ExtensionContext } from '../../protocol/extension-context.ts';
import type { PreviewExtension } from '../../protocol/preview-api.ts';
import { useApp } from '../data/app-context.ts';
import { queryOf, useHref } from '../routing/location.ts';
import { readViewAs, type ViewAs } from './view-as.ts';

export function useViewAs(): ViewAs {
  const search = queryOf(useHref()).toString();
  return useMemo(() => readViewAs(new URLSearchParams(search)), [search]);
}

/** The zone in which times are shown. */
export function useTimeZone(): string {
  const { portal } = useApp();
  return useViewAs().timeZone ?? portal.timeZone;
}

/** What HubSpot would tell an extension here. */
export function useExtensionContext({ location, title }: PreviewExtension, contactId: string | null): ExtensionContext {
  const { appId, appName, portal, user } = useApp();
  const { language, mayWrite } = useViewAs();
  const timezone = useTimeZone();
  return useMemo(
    () => ({
      location,
      user: {
        ...user,
        emails: [user.email],
        roles: [],
        teams: [],
        locale: language.locale,
        language: language.language,
        permissions: mayWrite ? ['integrations-management-write'] : [],
      },
      portal: { id: portal.id, timezone },
      extension: { appId, appName, ...(location === 'settings' ? {} : { cardTitle: title }) },
      variables: {},
      ...(contactId === null ? {} : { crm: { objectId: Number(contactId), objectTypeId: '0-1' } }),
    }),
    [location, title, contactId, appId, appName, portal.id, user, language, mayWrite, timezone],
  );
}
