import type { Page } from '@playwright/test';

/**
 * Puts the least that a searched list can be into a blank window: rows of text alone, other ones for each letter, without anybody being
 * asked for them. What it takes to see them is what this machine needs; its marks are those by which the list of calls is found.
 */
export const layPlainList = (page: Page, amount: number) =>
  page.evaluate((rows) => {
    const make = <Name extends keyof HTMLElementTagNameMap>(
      name: Name,
      attributes: Readonly<Record<string, string>>,
    ) => {
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      return element;
    };
    const area = make('main', { 'data-history': '', style: 'display: grid; height: 90vh; font: 14px/20px sans-serif' });
    const input = make('input', { type: 'search' });
    const style = 'overflow-y: auto; background: white';
    const grid = make('div', { role: 'grid', 'aria-label': 'Call history', tabindex: '0', style });
    const draw = () => {
      const made = Array.from({ length: rows }, (_, at) => {
        const row = make('div', {
          role: 'row',
          id: `${input.value} ${at}`,
          style: 'height: 59px; border-bottom: 1px solid',
        });
        const number = `09${String((at + 1) * 7_654_321 + input.value.length).padStart(9, '0')}`;
        const who = make(input.value === '' ? 'b' : 'mark', {});
        who.append(number);
        const how = make('div', {});
        how.append(`Answered 0:${10 + (at % 50)} gateway-${at}`);
        row.append(who, how);
        return row;
      });
      grid.replaceChildren(...made);
    };
    input.addEventListener('input', draw);
    area.append(input, grid);
    document.body.replaceChildren(area);
    draw();
  }, amount);
