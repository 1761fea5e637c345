import { describe, expect, it } from 'vitest';
import { createAskedCalls } from '../../electron/links/asked-calls.ts';
import { readArguments } from '../../electron/links/read-arguments.ts';
import { askedCallSchema } from '../../shared/ipc/asked-contract.ts';
import { hostileLaunches } from '../support/hostile-launches.ts';

const launches = hostileLaunches(300, 17);

describe('300 hostile launches', () => {
  it('are all different and of many kinds', () => {
    expect(new Set(launches.map((launch) => JSON.stringify(launch))).size).toBeGreaterThan(250);
  });

  it.each(launches.map((launch) => [JSON.stringify(launch).slice(0, 100), launch] as const))(
    '%s fills in a clean number or is refused, and calls nothing',
    (_, launch) => {
      const asked = createAskedCalls({
        clock: () => 0,
        rules: () => ({ countryCode: '98' }),
        mayCall: () => false,
        onChange: () => undefined,
      });
      const arrival = readArguments(['dialdesk', ...launch]);
      if (arrival === null) return;
      asked.arrived(arrival);
      const read = askedCallSchema.parse(asked.read());
      if (read.kind === 'refused') {
        expect(asked.take(read.id).ok).toBe(false);
        return;
      }
      expect(read.number).toMatch(/^[0-9*#]{1,32}$/);
      expect(read.isCode).toBe(/[*#]/.test(read.number));
      for (const text of [read.trunk, read.callerId, read.contact, read.note]) {
        expect(text ?? '').not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }
      expect(asked.take(read.id)).toEqual({ ok: true, value: { call: false } });
    },
  );

  it('would call nothing that came by a link, even where the command line may call', () => {
    for (const launch of launches) {
      const asked = createAskedCalls({
        clock: () => 0,
        rules: () => ({ countryCode: '98' }),
        mayCall: () => true,
        onChange: () => undefined,
      });
      const arrival = readArguments(['dialdesk', ...launch]);
      if (arrival?.from !== 'link') continue;
      asked.arrived(arrival);
      const read = asked.read();
      const taken = read === null ? null : asked.take(read.id);
      expect(taken?.ok === true && taken.value.call).toBe(false);
    }
  });
});
