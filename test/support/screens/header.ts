import type { SizeName } from '../looks.ts';
import type { Screen, Stage } from '../walk-screens.ts';

const status = ({ page }: Stage) => page.getByRole('status', { name: 'Connection' });

/** What is known of the PBX, opened from its word in the header. */
export function behindPbx<S extends Stage>(
  name: string,
  sizes: readonly SizeName[],
  prepare?: Screen<S>['prepare'],
): Screen<S> {
  return behindWord(0, name, sizes, prepare);
}

/** What is known of the listener, and what it heard last. */
export function behindEvents<S extends Stage>(
  name: string,
  sizes: readonly SizeName[],
  prepare?: Screen<S>['prepare'],
): Screen<S> {
  return behindWord(1, name, sizes, prepare);
}

function behindWord<S extends Stage>(
  at: number,
  name: string,
  sizes: readonly SizeName[],
  prepare: Screen<S>['prepare'],
): Screen<S> {
  return {
    name,
    sizes,
    ...(prepare === undefined ? {} : { prepare }),
    async show(stage) {
      await status(stage).getByRole('button').nth(at).click();
      return stage.page.getByRole('dialog');
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  };
}

/** Every notice in its words, opened from the bar, or from their number where there is no room for a bar. */
export function everyNotice<S extends Stage>(name: string, sizes: readonly SizeName[]): Screen<S> {
  return {
    name,
    sizes,
    async show({ page }) {
      const bar = page.getByRole('region', { name: 'Notices' }).getByRole('button').first();
      await bar.or(page.getByRole('button', { name: /^Notices/ })).click();
      return page.getByRole('dialog');
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  };
}
