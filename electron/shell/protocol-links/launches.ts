import type { App } from 'electron';
import { type Arrival, linkArrival, readArguments } from '../../links/read-arguments.ts';
import { hiddenSwitch } from '../start-with-system.ts';

export interface Launches {
  /** Told of every launch from now on, and of what came before: null where the program is only wanted in front. */
  follow(onLaunch: (arrival: Arrival | null) => void): void;
}

/**
 * Hears what the system hands over, from the first moment on: the arguments of this start and of later ones, and on macOS
 * the links that come as events, some of them before the program is ready.
 */
export function watchLaunches(app: Pick<App, 'on'>, argv: readonly string[]): Launches {
  let first = readArguments(argv);
  let tell: ((arrival: Arrival | null) => void) | null = null;
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (tell === null) first = linkArrival(url);
    else tell(linkArrival(url));
  });
  app.on('second-instance', (_event, given) => {
    const arrival = readArguments(given);
    // The system starts the program at log-in whether it runs already or not.
    if (arrival !== null || !given.includes(hiddenSwitch)) tell?.(arrival);
  });
  return {
    follow(onLaunch) {
      tell = onLaunch;
      if (first !== null) onLaunch(first);
      first = null;
    },
  };
}
