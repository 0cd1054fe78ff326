import { createContext, useContext } from 'react';
import type { PreviewApp } from '../../protocol/preview-api.ts';

const AppContext = createContext<PreviewApp | null>(null);

export const AppProvider = AppContext.Provider;

/** The app whose extensions are shown. */
export function useApp(): PreviewApp {
  const app = useContext(AppContext);
  if (app === null) throw new Error('There is no app above this component.');
  return app;
}
