import { expect, type Locator, type Page } from '@playwright/test';
import type { DialdeskApp, LaunchOptions } from './dialdesk-app.ts';
import { keepSize, type Look, plainLook, resize, type SizeName, sizes, wear, worn } from './looks.ts';

/** The app as an act needs it, with what it talks to. */
export interface Stage {
  readonly app: DialdeskApp;
  readonly page: Page;
  leave(): Promise<void>;
}

export interface Screen<S extends Stage = Stage> {
  readonly name: string;
  readonly sizes: readonly SizeName[];
  /** Brings the app there from the screen before, once, in the plain look and the narrow window. */
  readonly prepare?: (stage: S) => Promise<unknown>;
  /** Opens it in the window of each size and answers what must then be seen, in any language, in whichever window that is. */
  readonly show: (stage: S, size: SizeName) => Promise<Locator> | Locator;
  /** Undoes what `show` opened, where the next screen would not. */
  readonly hide?: (stage: S) => Promise<unknown>;
}

/** One start of the app and the screens that are reached in it, one from the other. */
export interface Act {
  readonly name: string;
  readonly screens: readonly Pick<Screen, 'name' | 'sizes'>[];
  walk(route: Route, visit: (seen: Seen) => Promise<void>): Promise<void>;
}

export interface Route {
  readonly launch?: LaunchOptions;
  /** What to visit of a screen; a screen of which nothing is visited is still passed through. */
  readonly visits: (screen: string, size: SizeName) => readonly Look[];
}

export interface Seen {
  readonly app: DialdeskApp;
  readonly page: Page;
  readonly screen: string;
  readonly size: SizeName;
  readonly look: Look;
}

export function act<S extends Stage>(
  name: string,
  open: (launch: LaunchOptions) => Promise<S>,
  screens: readonly Screen<S>[],
): Act {
  return {
    name,
    screens,
    async walk({ launch = {}, visits }, visit) {
      const stage = await open(launch);
      const { app, page } = stage;
      // A colour under way from one theme to the other is nobody's colour.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const seen: Seen = { app, page, screen: '', size: 'narrow', look: plainLook };
      await wear(page, seen.look);
      await resize(app, seen.size);
      let current = seen;
      const change = async (part: Partial<Seen>) => {
        const next = { ...current, ...part };
        if (next.size !== current.size) await resize(app, next.size, current.size);
        if (next.look !== current.look) {
          await wear(page, next.look);
          // At its usual size nothing makes the window grow.
          if (sizes[next.size].zoomPercent !== 100) await keepSize(app, next.size);
        }
        current = next;
      };
      for (const screen of screens) {
        await change({ screen: screen.name, size: 'narrow', look: plainLook });
        await screen.prepare?.(stage);
        for (const size of screen.sizes) {
          await change({ size, look: plainLook });
          const shown = await screen.show(stage, size);
          for (const look of visits(screen.name, size)) {
            await change({ look });
            if (shown.page() !== page) await worn(shown.page(), look);
            await expect(shown.first(), `${screen.name} in ${look.language}, ${look.theme}, ${size}`).toBeVisible();
            await visit({ ...current, page: shown.page() });
          }
          await change({ look: plainLook });
          await screen.hide?.(stage);
        }
      }
      expect(app.complaints, `complaints while walking ${name}`).toEqual([]);
      await stage.leave();
    },
  };
}
