import { describe, expect, test } from 'vitest';
import { currentCall } from '../../renderer/stores/current-call.ts';
import type { Call } from '../../shared/domain/call.ts';
import { nothingHeard } from '../../shared/domain/call-parties.ts';
import { callsUnderWay } from '../../shared/domain/calls-under-way.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

const nowMs = morningMs + 60_000;
const ended = { records: { cdr: aRecord({ disposition: 'answered', endedAtMs: morningMs }) } } as const;

function shown(calls: readonly Call[], dismissed: readonly string[] = []): string | null {
  const live = new Map(calls.map((call) => [call.id, 1]));
  return currentCall(calls, live, new Set(dismissed), nowMs)?.id ?? null;
}

describe('the call on the card', () => {
  test('is the one under way, our own before one that came in', () => {
    const own = anOriginatedCall({}, { id: 'own' });
    const came = aMinimalCall({ id: 'came', observed: { 'agent-ringing': morningMs } });
    expect(shown([came, own])).toBe('own');
    expect(shown([came])).toBe('came');
  });

  test('is a refused request even while an earlier call goes on, until it is closed', () => {
    const talking = anOriginatedCall({}, { id: 'talking', outcome: 'accepted' });
    const refused = anOriginatedCall({}, { id: 'refused', outcome: 'refused', startedAtMs: morningMs + 5000 });
    expect(shown([refused, talking])).toBe('refused');
    expect(shown([refused, talking], ['refused'])).toBe('talking');
    const later = anOriginatedCall({}, { id: 'later', outcome: 'accepted', startedAtMs: morningMs + 9000 });
    expect(shown([later, refused, talking])).toBe('later');
  });

  test('is the last one that ended, until it is closed', () => {
    const call = anOriginatedCall({}, { id: 'own', ...ended });
    expect(shown([call])).toBe('own');
    expect(shown([call], ['own'])).toBeNull();
  });

  test('is none of which only the final record came: that belongs to the history', () => {
    expect(shown([aMinimalCall({ id: 'record only', ...ended })])).toBeNull();
  });

  test('is none that comes up again a day later', () => {
    const yesterday = morningMs - 24 * 60 * 60 * 1000;
    const late = anOriginatedCall({}, { id: 'late', startedAtMs: yesterday, heard: nothingHeard(yesterday), ...ended });
    expect(shown([late])).toBeNull();
  });

  test('is the one the agent turned to, until it ends or another call is asked for', () => {
    const older = anOriginatedCall({}, { id: 'older', outcome: 'accepted' });
    const newer = anOriginatedCall({}, { id: 'newer', outcome: 'accepted', startedAtMs: morningMs + 1000 });
    const live = new Map<string, number>();
    const turned = (calls: readonly Call[]) =>
      currentCall(calls, live, new Set(), nowMs, { id: 'older', atMs: morningMs + 2000 })?.id;
    expect(turned([newer, older])).toBe('older');
    expect(turned([newer, { ...older, ...ended }])).toBe('newer');
    const last = anOriginatedCall({}, { id: 'last', startedAtMs: morningMs + 3000 });
    expect(turned([last, newer, older])).toBe('last');
    expect(callsUnderWay([last, newer, { ...older, ...ended }], new Set(['newer']), nowMs)).toEqual([last]);
  });
});
