import { hubspot } from '@hubspot/ui-extensions';
import { SettingsPage } from '@zoom-webinars/extensions/settings-page';

hubspot.extend<'settings'>(() => <SettingsPage />);
