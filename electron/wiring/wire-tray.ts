import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { createCallFromOutside } from '../calls/call-from-outside.ts';
import type { TrayModel } from '../desk/tray-model.ts';
import { createTrayWatch } from '../desk/tray-watch.ts';
import type { Foundation } from './foundation.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredDirectory } from './wire-directory.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** What the tray shows, and the calls that are asked for in it. */
export function wireTray(
  { clock, send }: Foundation,
  parts: {
    readonly settings: WiredSettings;
    readonly history: WiredHistory;
    readonly calls: WiredCalls;
    readonly contacts: WiredContacts;
    readonly directory: Pick<WiredDirectory, 'ownPhone' | 'ownQueues' | 'mayPause'>;
    readonly state: () => AppState;
    readonly publish: (model: TrayModel) => void;
    readonly showWindow: () => void;
  },
) {
  const { settings, history, calls, contacts, directory } = parts;
  const notPlaced = (destination: string, error: DialerError) => send('call:not-placed', { destination, error });
  return {
    /** Says beside its number in the window why nothing was sent. */
    notPlaced,
    watch: createTrayWatch({
      calls: history.calls,
      profile: settings.profile,
      facts: () => ({
        state: parts.state(),
        ownPhone: directory.ownPhone(),
        nowMs: clock(),
        nameOf: contacts.nameOf,
        favourites: contacts.favourites(),
        ownQueues: directory.ownQueues(),
        mayPause: directory.mayPause(),
      }),
      publish: parts.publish,
    }),
    callNumber: createCallFromOutside({
      originate: calls.originate,
      chosenTrunk: () => calls.choices.read().chosenTrunk,
      rules: () => settings.effective().identity,
      fillIn: (destination) => send('call:fill-in', { destination }),
      notPlaced,
      showWindow: parts.showWindow,
    }),
  };
}

export type WiredTray = ReturnType<typeof wireTray>;
