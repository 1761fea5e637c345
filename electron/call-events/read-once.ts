import type { RawEvent, ReadEvent, ReadStoredEvent } from '../calls/ports.ts';
import { readStoredEvent } from './call-event-wire.ts';

/** Who asks what an event says is one of many that ask within a moment: it is read once, and again where its times are of another zone. */
export function createReadOnce(timeZone: () => string): ReadStoredEvent {
  const known = new WeakMap<RawEvent, { readonly zone: string; readonly read: ReadEvent }>();
  return (stored) => {
    const zone = timeZone();
    const before = known.get(stored);
    if (before?.zone === zone) return before.read;
    const read = readStoredEvent(stored, zone);
    known.set(stored, { zone, read });
    return read;
  };
}
