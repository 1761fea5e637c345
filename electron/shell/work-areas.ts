import { screen } from 'electron';
import type { Rectangle } from './screen-place.ts';

/** What the screens leave to windows, the main screen first. */
export function workAreas(): readonly Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
