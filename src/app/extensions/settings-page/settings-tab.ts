/** The tabs of the settings page. */
export type SettingsTab = 'home' | 'global-settings' | 'users' | 'set-up';

export type OpenTab = (tab: SettingsTab) => void;
