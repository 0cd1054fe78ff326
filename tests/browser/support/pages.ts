import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { launchChromium } from '../../../scripts/preview/chromium.ts';
import type { PreviewWorld } from '../../../scripts/preview/open-world.ts';

export interface OpenPageOptions {
  readonly language?: 'de' | 'nb' | 'pt-br' | 'zh-tw';
  /** Absent: the user may change settings. */
  readonly permissions?: 'read';
  readonly timeZone?: string;
  /** What the test provokes, and has to happen: every other page error, console error and failed request fails the test. */
  readonly expectedProblems?: readonly RegExp[];
}

let browser: Browser | null = null;

/** One browser for all tests of the file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    browser = null;
  });
}

/** Opens a page of the preview for one test, in a browser without memory. */
export async function openPage(
  { url }: Pick<PreviewWorld, 'url'>,
  path: string,
  { language, permissions, timeZone, expectedProblems = [] }: OpenPageOptions = {},
): Promise<Page> {
  if (browser === null) throw new Error('useBrowser() belongs at the top of the test file.');
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const problems = watchProblems(context);
  onTestFinished(async () => {
    await context.close();
    const isExpected = (problem: string): boolean => expectedProblems.some((pattern) => pattern.test(problem));
    expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
    expect(expectedProblems.filter((pattern) => !problems.some((problem) => pattern.test(problem)))).toEqual([]);
  });
  const address = new URL(path, url);
  for (const [name, value] of Object.entries({ language, permissions, timeZone })) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  await page.goto(address.href);
  return page;
}

function watchProblems(context: BrowserContext): readonly string[] {
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    // The answer itself is noted below.
    const isAboutAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAboutAnswer) problems.push(`console: ${message.text()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Given up by the page itself, because what it asked for is not needed any more.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Finds what stands in the way of people who use a keyboard, a screen reader or a magnifier. */
export async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
}
