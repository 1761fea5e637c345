import { expect, type Locator, type Page } from '@playwright/test';

/** What is wrong with where the focus is, for somebody who has no mouse; null when it is in sight with a ring around it. */
function focusProblem(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'nothing has the focus';
    // A radio button or switch is hidden in its label, which is what is seen.
    const seen = at.closest('label') ?? at;
    const name = at.getAttribute('aria-label') ?? (seen.textContent || at.id || at.outerHTML);
    const box = seen.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return `${name} has no size`;
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (middle === null || !(seen.contains(middle) || middle.contains(seen)))
      return `${name} is out of sight at ${JSON.stringify(box)}`;
    // A field with a button in it wears the ring around both.
    const ringed = [seen, at, at.parentElement ?? at].some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    });
    return ringed ? null : `${name} shows no focus`;
  });
}

export async function expectFocusInSight(page: Page): Promise<void> {
  await expect.poll(() => focusProblem(page)).toBeNull();
}

/** Goes to a control as somebody without a mouse does; every stop on the way must show where the focus is. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' | 'ArrowRight' = 'Tab',
): Promise<void> {
  for (let stop = 0; stop < 40; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    await expectFocusInSight(page);
  }
  throw new Error(`${key} does not lead to ${target}`);
}
