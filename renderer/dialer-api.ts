import type { EventChannel, RequestChannel } from '../shared/ipc/channels.ts';
import type { DialerBridge, EventPayload, RequestInput, RequestOutput } from '../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script. Only this file touches it. */
    readonly dialer: DialerBridge;
  }
}

/** Asks the main process. Expected failures come back as values; a rejection is a bug and is left to surface. */
export function request<C extends RequestChannel>(channel: C, input: RequestInput<C>): Promise<RequestOutput<C>> {
  return window.dialer.request(channel, input);
}

/** Listens to announcements of the main process; returns the function that ends it. */
export function subscribe<C extends EventChannel>(
  channel: C,
  listener: (payload: EventPayload<C>) => void,
): () => void {
  return window.dialer.subscribe(channel, listener);
}
