import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { PreviewWorld } from '../preview/open-world.ts';
import type { Shot, ShotLanguage } from './shot.ts';

/** Tools of the preview, which HubSpot's pages do not have. */
const hidePreviewTools = '.top-bar-tools { visibility: hidden; }';

/**
 * Takes one picture.
 *
 * @returns where it is, and its size
 * @throws Error that names the picture when its state is not reached
 */
export async function takeShot(
  shot: Shot,
  language: ShotLanguage,
  tools: { readonly browser: Browser; readonly world: PreviewWorld; readonly folder: string },
): Promise<{ readonly path: string; readonly bytes: number }> {
  const { browser, world, folder } = tools;
  const fileName = language === 'en' ? `${shot.name}.png` : `${shot.name}.${language}.png`;
  const path = join(folder, fileName);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(addressOf(shot, language, world));
    await shot.steps(page, world);
    // Nothing is hovered over.
    await page.mouse.move(0, 0);
    await page.addStyleTag({ content: hidePreviewTools });
    await page.evaluate('document.fonts.ready.then(() => null)');
    const options = { path, animations: 'disabled', caret: 'hide' } as const;
    const picture = await (shot.clip === undefined
      ? page.screenshot({ ...options, fullPage: shot.isFullPage === true })
      : page.locator(shot.clip).first().screenshot(options));
    return { path, bytes: picture.length };
  } catch (cause) {
    throw new Error(`${fileName}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    await context.close();
    await shot.undo?.(world);
  }
}

function addressOf({ path, permissions }: Shot, language: ShotLanguage, world: PreviewWorld): string {
  const address = new URL(typeof path === 'string' ? path : path(world), world.url);
  if (language !== 'en') address.searchParams.set('language', language);
  if (permissions !== undefined) address.searchParams.set('permissions', permissions);
  return address.href;
}
