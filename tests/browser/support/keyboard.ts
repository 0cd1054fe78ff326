import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const tabsMax = 60;

/** Goes through the page as somebody without a mouse does. Fails where the focus cannot be seen, or does not get there. */
export async function pressTabUntil(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let count = 0; count < tabsMax; count += 1) {
    await page.keyboard.press(key);
    expect(await page.evaluate<string>(describeInvisibleFocus)).toBe('');
    if (await hasFocus(wanted)) return;
  }
  throw new Error(`The keyboard does not get to ${wanted.toString()}.`);
}

export const expectFocusReturnsTo = async (wanted: Locator): Promise<void> => {
  await expect.poll(() => hasFocus(wanted)).toBe(true);
};

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === element.ownerDocument.activeElement);

/** The element in focus if nothing shows that it is, in the browser. */
const describeInvisibleFocus = `(() => {
  const element = document.activeElement;
  if (element === document.body) return '';
  const isMarked = (candidate) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const near = [element, element.parentElement, element.nextElementSibling];
  return near.some((candidate) => candidate !== null && isMarked(candidate)) ? '' : element.outerHTML.slice(0, 200);
})()`;
