import type { WebContents } from 'electron';
import { type EventChannel, heardBy, type WindowName } from '../../shared/ipc/channels.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';

/** Announces to every window that hears of it; one that closes meanwhile is passed over. */
export type SendEvent = <C extends EventChannel>(channel: C, payload: EventPayload<C>) => void;

export function createEventSender(windows: (names: readonly WindowName[]) => readonly WebContents[]): SendEvent {
  return (channel, payload) => {
    for (const contents of windows(heardBy[channel])) {
      if (!contents.isDestroyed()) contents.send(channel, payload);
    }
  };
}
