import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** Nothing is fetched: the page may not reach any network, and a refused request would count as a complaint. */
const always: RunOptions = { resultTypes: ['violations'], preload: false };

/**
 * While a list or a sheet is open the component library hides the rest from screen readers and holds the focus in it, which
 * axe cannot see: it reports each control behind it as one that may be focused, misses the heading and, unless it guesses that a
 * dialog is open, the main part, and takes what is open for content outside of the landmarks.
 */
const behindAnOpenLayer: RunOptions = {
  rules: Object.fromEntries(
    ['aria-hidden-focus', 'landmark-one-main', 'page-has-heading-one', 'region'].map((rule) => [
      rule,
      { enabled: false },
    ]),
  ),
};

/** What axe finds wrong with the page as it is now, of any impact: each as a sentence with its rule first. */
export async function findViolations(page: Page, options: RunOptions = {}): Promise<readonly string[]> {
  const { injected, layered } = await page.evaluate(() => ({
    injected: 'axe' in window,
    layered: document.querySelector('[data-trigger], [aria-modal="true"]') !== null,
  }));
  if (!injected) await page.evaluate(axe.source);
  return page.evaluate(
    async (chosen) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const { violations } = await inPage.run(document, chosen);
      return violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} (${impact}) at ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { ...always, ...(layered ? behindAnOpenLayer : {}), ...options },
  );
}

/** Faults of the layout that axe does not look for: each as a sentence. */
export async function findLayoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const leastPressTarget = 24;
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className.toString().split(' ')[0] ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`;
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      // Parts that only a screen reader meets are clipped to a point.
      if (element.closest('[style*="clip"]') !== null) return false;
      return width > 1 && height > 1 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (!isSeen(element)) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const tooWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const titled = element.closest('[title]') !== null;
      if (tooWide && overflowX === 'auto') faults.push(`${name(element)} scrolls sideways`);
      if (
        tooWide &&
        (overflowX === 'hidden' || textOverflow === 'ellipsis') &&
        !(element instanceof HTMLInputElement) &&
        !titled
      )
        faults.push(`${name(element)} is cut`);
    }
    const pressable =
      'button, a[href], input:not([type=hidden]), [role=tab], [role=option], [role=radio], [role=switch]';
    for (const element of document.body.querySelectorAll(pressable)) {
      // The label around a hidden control is what is pressed.
      const target = element.closest('label') ?? element;
      if (!isSeen(target)) continue;
      const { width, height } = target.getBoundingClientRect();
      if (width < leastPressTarget || height < leastPressTarget)
        faults.push(`${name(target)} is only ${Math.round(width)} x ${Math.round(height)} to press`);
    }
    return faults;
  });
}
