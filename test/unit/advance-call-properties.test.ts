import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { advanceCall, type CallChange } from '../../shared/domain/advance-call.ts';
import { type Call, callStates } from '../../shared/domain/call.ts';
import { callLimitCountdown } from '../../shared/domain/call-limit.ts';
import { callSteps } from '../../shared/domain/call-steps.ts';
import { callDisposition, callEnd, callState, talkingSince } from '../../shared/domain/call-view.ts';
import { matchCall } from '../../shared/domain/match-call.ts';
import { callSchema } from '../../shared/ipc/call-schema.ts';
import { callEvents, calls } from '../support/call-arbitraries.ts';
import { anOriginatedCall, morningMs, own } from '../support/call-builders.ts';
import { assertAlways } from '../support/properties.ts';

const starts = fc.oneof(fc.constantFrom(null, anOriginatedCall(), anOriginatedCall({ callee: '102' })), calls);
const someEvents = fc.array(callEvents, { maxLength: 12 });

function look(call: Call): void {
  callState(call);
  callSteps(call);
  callDisposition(call);
  talkingSince(call);
  callLimitCountdown(call, 0, { beforeEndSeconds: 60, repeatEverySeconds: 10 });
}

it('any events whatsoever are folded and any call is looked at without an exception', () => {
  assertAlways(
    fc.property(starts, someEvents, (start, events) => {
      let call = start;
      for (const event of events) {
        matchCall(event, call === null ? [] : [call]);
        call = advanceCall(call, event, own);
        if (call !== null) look(call);
      }
      if (start === null && call !== null) expect(callSchema.safeParse(call).success).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('a call never goes back while any events come in, unless it shows life after an end that no record told', () => {
  assertAlways(
    fc.property(starts, someEvents, (start, events) => {
      let call = start;
      for (const event of events.toSorted((a, b) => a.receivedAtMs - b.receivedAtMs)) {
        // What was heard before belongs to the same past; only the order of arrival matters here.
        const advanced = advanceCall(call, event, own);
        if (call !== null && advanced !== null) {
          fc.pre(Math.max(...Object.values(call.observed), 0) <= event.receivedAtMs);
          const end = callEnd(call)?.source;
          if (end !== 'settlement' && end !== 'extension-state')
            expect(callStates.indexOf(callState(advanced))).toBeGreaterThanOrEqual(callStates.indexOf(callState(call)));
        }
        call = advanced;
      }
    }),
    { numRuns: 1000 },
  );
});

it('any events end in the same call whatever their order', () => {
  assertAlways(
    fc.property(
      fc.constantFrom(anOriginatedCall(), anOriginatedCall({ callee: '102' })),
      fc
        .array(callEvents, { minLength: 2, maxLength: 8 })
        .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
      (start, [events, shuffled]) => {
        const fold = (order: typeof events) =>
          order.reduce<Call | null>((call, event) => advanceCall(call, event, own), start);
        expect(fold(shuffled)).toEqual(fold(events));
      },
    ),
    { numRuns: 2000 },
  );
});

it('an event told twice is an event told once', () => {
  assertAlways(
    fc.property(starts, callEvents, (start, event) => {
      const once = advanceCall(start, event, own);
      expect(advanceCall(once, event, own)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

it('a settlement stands exactly as long as nothing later shows life, whichever comes first, and a record outweighs it', () => {
  assertAlways(
    fc.property(
      fc.constantFrom(anOriginatedCall(), anOriginatedCall({ callee: '102' })),
      fc.array(
        callEvents.filter((event) => event.kind !== 'call-record'),
        { maxLength: 6 },
      ),
      callEvents,
      fc.nat(6),
      (start, events, last, place) => {
        const settled: CallChange = {
          kind: 'settled',
          settlement: { atMs: morningMs + 40_000, disposition: 'agent-no-answer', reason: 'caller-silent' },
        };
        const fold = (changes: readonly CallChange[]) =>
          changes.reduce<Call | null>((call, change) => advanceCall(call, change, own), start);
        const call = fold([...events.slice(0, place), settled, ...events.slice(place)]);
        if (call === null) throw new Error('The call is gone');
        expect(call).toEqual(fold([settled, ...events]));
        const alive = Object.entries(call.observed).some(
          ([name, atMs]) => !name.startsWith('agent-idle') && atMs > settled.settlement.atMs,
        );
        const source = callEnd(call)?.source ?? null;
        if (source !== 'extension-state') expect(source).toBe(alive ? null : 'settlement');
        if (last.kind !== 'call-record') return;
        const recorded = advanceCall(call, last, own);
        if (recorded !== null) expect(callEnd(recorded)).not.toMatchObject({ source: 'settlement' });
      },
    ),
    { numRuns: 2000 },
  );
});
