import type { Locator, Page } from 'playwright-core';

/** How a person finds things on the app's settings page, in English. */
export type SettingsTabName = 'Home' | 'Global settings' | 'Users' | 'Set-up';

/** What a tab shows. A tab keeps its title when something is added to it in parentheses. */
export const tabPanel = (page: Page, name: SettingsTabName): Locator =>
  page.getByRole('tabpanel', { name: new RegExp(`^${name}( \\(.+\\))?$`) });

export async function openTab(page: Page, name: SettingsTabName): Promise<Locator> {
  await page.getByRole('tab', { name: new RegExp(`^${name}( \\(.+\\))?$`) }).click();
  const panel = tabPanel(page, name);
  await panel.waitFor();
  return panel;
}

/** The row of a webinar in the table on Home. */
export const webinarRow = (page: Page, topic: string): Locator =>
  tabPanel(page, 'Home').getByRole('row', { name: topic });

export const cellOf = (row: Locator, column: keyof typeof columns): Locator =>
  row.getByRole('cell').nth(columns[column]);

/** Of the table of webinars, from the left. */
const columns = { registered: 4, attended: 5, status: 6, lastSync: 7 } as const;

/** The panel or modal that is open. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

export async function openAuditLog(page: Page, topic: string): Promise<Locator> {
  await webinarRow(page, topic).getByRole('button', { name: 'Audit log' }).click();
  const panel = dialogOf(page);
  await panel
    .getByText(/^What became of them$/)
    .first()
    .waitFor();
  return panel;
}
