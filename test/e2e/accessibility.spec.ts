import { expect, test } from '@playwright/test';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { looks, type SizeName, sizes } from '../support/looks.ts';
import { findLayoutFaults, findViolations } from '../support/page-checks.ts';
import { acts } from '../support/screens.ts';

test.describe.configure({ mode: 'parallel' });

for (const act of acts) {
  test(`${act.name}: every screen is accessible and whole in both languages and themes`, async () => {
    test.setTimeout(4 * 60_000);
    // Each fault once, with the screens that have it.
    const faults = new Map<string, string[]>();
    const firstSizes = new Map(act.screens.map(({ name, sizes }) => [name, sizes[0]]));
    const names = [...firstSizes.keys()];
    // Only colours depend on the theme, and not on the language: every other screen is seen dark in the one and in the other.
    // The size of the window changes no name: in further sizes a screen is only looked at for what is cut, by turns in either language.
    const visits = (screen: string, size: SizeName) => {
      const turn = names.indexOf(screen) % 2 === 0 ? 'en' : 'fa';
      const isFirst = firstSizes.get(screen) === size;
      return looks.filter(({ theme, language }) =>
        isFirst ? theme === 'light' || language === turn : theme === 'light' && language !== turn,
      );
    };
    await act.walk({ visits }, async ({ app, page, screen, size, look: { language, theme } }) => {
      const where = `${screen}, ${language}, ${theme}, ${size}`;
      const found = [];
      if (firstSizes.get(screen) === size) {
        found.push(...(await findViolations(page, theme === 'light' ? {} : { runOnly: ['color-contrast'] })));
      }
      if (theme === 'light') found.push(...(await findLayoutFaults(page)));
      for (const fault of found) faults.set(fault, [...(faults.get(fault) ?? []), where]);
      const { direction, width } = await page.evaluate(() => ({
        direction: getComputedStyle(document.body).direction,
        width: window.innerWidth,
      }));
      expect(direction, where).toBe(language === 'fa' ? 'rtl' : 'ltr');
      if (page === app.page) expect(Math.abs(width - sizes[size].width), where).toBeLessThanOrEqual(1);
    });
    expect(Object.fromEntries(faults)).toEqual({});
  });
}

test('a planted fault of each kind is found', async () => {
  const app = await launchDialdesk();
  await app.page.evaluate(() => {
    const plant = (tag: string, text: string, style: Partial<CSSStyleDeclaration> = {}) => {
      const planted = document.createElement(tag);
      planted.textContent = text;
      Object.assign(planted.style, style);
      document.querySelector('main')?.append(planted);
    };
    plant('button', '');
    plant('p', 'faint', { color: '#bbb', background: '#fff' });
    plant('p', 'cut off here', { inlineSize: '20px', overflow: 'hidden', whiteSpace: 'nowrap' });
    plant('div', 'wide', { inlineSize: '5000px' });
  });
  const violations = (await findViolations(app.page)).join('\n');
  expect(violations).toMatch(/^button-name/m);
  expect(violations).toMatch(/^color-contrast/m);
  const faults = (await findLayoutFaults(app.page)).join('\n');
  expect(faults).toMatch(/is cut/);
  expect(faults).toMatch(/scrolls sideways/);
  expect(faults).toMatch(/to press/);
  await app.close();
});
