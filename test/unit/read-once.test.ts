import { expect, it } from 'vitest';
import { createReadOnce } from '../../electron/call-events/read-once.ts';
import type { RawEvent } from '../../electron/calls/ports.ts';

it('an event is read once, and again where its times are of another zone', () => {
  let zone = 'UTC';
  const read = createReadOnce(() => zone);
  const body = new TextEncoder().encode(
    JSON.stringify({ src: '557', dst: '558', unique_id: '1.1', endtime: '2026-01-16 12:00:00' }),
  );
  const rest = { profile: 'main', dedupeKey: null, pbxCallId: '1.1', receivedAtMs: 0, encoding: 'json' } as const;
  const event: RawEvent = { ...rest, name: 'Cdr', body };
  const endOf = () => {
    const known = read(event);
    return known.kind === 'call' && known.event.kind === 'call-record' ? known.event.record.endedAtMs : null;
  };
  expect(read(event)).toBe(read(event));
  expect(endOf()).toBe(Date.UTC(2026, 0, 16, 12));
  zone = 'Asia/Tehran';
  expect(endOf()).toBe(Date.UTC(2026, 0, 16, 8, 30));
});
