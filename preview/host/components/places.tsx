import { createContext, useContext } from 'react';

/** Where the host shows what an extension links to. */
export type Places = {
  recordPath(objectTypeId: string, objectId: number | string): string;
  /** @param path - a path of HubSpot itself */
  hubSpotPath(path: string): string;
  /** @param path - a path inside of the app's own pages, with its parameters filled in */
  appPagePath(path: string): string;
};

/** The preview's own pages, by the type of what they show. */
const recordPages: Readonly<Record<string, string>> = { '0-1': '/contacts', '0-54': '/marketing-events' };

const PlacesContext = createContext<Places>({
  recordPath: (objectTypeId, objectId) => `${recordPages[objectTypeId] ?? `/records/${objectTypeId}`}/${objectId}`,
  hubSpotPath: (path) => path,
  appPagePath: (path) => `/app${path}`,
});

export const PlacesProvider = PlacesContext.Provider;

export const usePlaces = (): Places => useContext(PlacesContext);
