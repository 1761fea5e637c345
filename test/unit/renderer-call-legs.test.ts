import { describe, expect, test } from 'vitest';
import { callLegs, isGrief, type LegState } from '../../renderer/features/active-call/call-legs.ts';
import { dispositionTones } from '../../renderer/features/active-call/call-tone.ts';
import { redialWord } from '../../renderer/features/active-call/redial-word.ts';
import { en } from '../../renderer/text/en/index.ts';
import { fa } from '../../renderer/text/fa/index.ts';
import type { Call, Observation } from '../../shared/domain/call.ts';
import { secondsSinceBegin } from '../../shared/domain/call-clock.ts';
import type { Disposition } from '../../shared/domain/disposition.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

const accepted = { outcome: 'accepted', outcomeAtMs: morningMs + 100 } as const;

function observed(...names: readonly Observation[]): Call['observed'] {
  return Object.fromEntries(names.map((name, index) => [name, morningMs + 1000 * (index + 1)]));
}

/** Phone, first leg, PBX, second leg, other party. */
function states(call: Call, seen = true): string {
  const { stops, legs } = callLegs(call, seen);
  return [stops[0].state, legs[0], stops[1].state, legs[1], stops[2].state].join(' ');
}

function ending(disposition: Disposition, ...seen: readonly Observation[]): Call {
  const records = { cdr: aRecord({ disposition, endedAtMs: morningMs + 9000 }) };
  return anOriginatedCall({}, { ...accepted, observed: observed(...seen), records });
}

test('who called in is called back, everybody else is called again', () => {
  expect(redialWord(aMinimalCall({ direction: 'inbound' }))).toBe('callBack');
  expect(redialWord(aMinimalCall({ direction: 'internal' }))).toBe('callAgain');
  expect(redialWord(anOriginatedCall())).toBe('callAgain');
});

describe('the way of a call that was asked for', () => {
  test.each<[string, Call, string]>([
    ['is at the PBX first', anOriginatedCall(), 'ahead ahead now ahead ahead'],
    ['then waits for the own phone', anOriginatedCall({}, accepted), 'ahead now reached ahead ahead'],
    [
      'which rings',
      anOriginatedCall({}, { ...accepted, observed: observed('agent-ringing') }),
      'now now reached ahead ahead',
    ],
    [
      'is picked up, so that the other leg is next',
      anOriginatedCall({}, { ...accepted, observed: observed('agent-ringing', 'agent-in-use') }),
      'reached reached reached now ahead',
    ],
    [
      'and the other party rings',
      anOriginatedCall({}, { ...accepted, observed: observed('agent-ringing', 'agent-in-use', 'other-dialled-out') }),
      'reached reached reached now now',
    ],
    [
      'until both talk',
      anOriginatedCall({}, { ...accepted, observed: observed('agent-in-use', 'other-in-use') }),
      'reached reached reached reached reached',
    ],
  ])('%s', (_title, call, expected) => {
    expect(states(call)).toBe(expected);
  });

  test('does not say that the own phone was picked up when nobody told', () => {
    const call = anOriginatedCall({}, { ...accepted, observed: observed('other-ringing') });
    expect(states(call)).toBe('unknown unknown reached now now');
  });

  test('is unknown where the answer never came, and beyond the PBX where no events arrive', () => {
    expect(states(anOriginatedCall({}, { outcome: 'unknown', outcomeAtMs: morningMs }))).toBe(
      'unknown unknown unknown unknown unknown',
    );
    expect(states(anOriginatedCall({}, accepted), false)).toBe('unknown unknown reached unknown unknown');
  });

  test('shows where it came to grief, with the end as the last that was told of that place', () => {
    expect(states(ending('busy', 'agent-in-use'))).toBe('reached reached reached busy busy');
    expect(states(ending('no-answer'))).toBe('unknown unknown reached no-answer no-answer');
    expect(states(ending('congestion', 'agent-in-use'))).toBe('reached reached reached congestion congestion');
    expect(states(ending('failed'))).toBe('unknown unknown reached failed failed');
    expect(states(ending('cancelled', 'agent-in-use'))).toBe('reached reached reached unknown unknown');
    const refused = anOriginatedCall({}, { outcome: 'refused', outcomeMessage: 'Requested operation failed' });
    expect(states(refused)).toBe('not-called not-called refused not-called not-called');
    expect(callLegs(refused, true).stops[1].news).toMatchObject({ kind: 'ended', source: 'originate-answer' });
    const notSent = anOriginatedCall({}, { outcome: 'refused', outcomeMessage: 'pbx-unreachable' });
    expect(states(notSent)).toBe('not-called not-called not-sent not-called not-called');
    expect(callLegs(ending('busy', 'agent-in-use'), true).stops[2].news).toMatchObject({
      kind: 'ended',
      source: 'call-record',
    });
  });

  test('says not called of the other party only where it cannot have been', () => {
    const unanswered = ending('agent-no-answer', 'agent-ringing');
    expect(states(unanswered)).toBe('no-answer no-answer reached not-called not-called');
    expect(callLegs(unanswered, true).stops[2].news).toBeNull();
    const contradicted = ending('agent-no-answer', 'agent-ringing', 'other-dialled-out');
    expect(states(contradicted)).toBe('no-answer no-answer reached unknown unknown');
  });

  test('has a word of its own for each way to come to grief', () => {
    const griefs = Object.keys(en.card.leg).filter((state) => isGrief(state as LegState));
    expect(griefs.sort()).toEqual(['busy', 'congestion', 'failed', 'no-answer', 'not-sent', 'refused']);
    for (const { leg } of [en.card, fa.card]) expect(new Set(Object.values(leg)).size).toBe(Object.keys(leg).length);
  });

  test('names the last that was told of each place, with its source', () => {
    const call = anOriginatedCall({}, { ...accepted, observed: observed('agent-ringing', 'agent-in-use') });
    expect(callLegs(call, true).stops.map(({ news }) => news && [news.kind, news.source])).toEqual([
      ['caller-answered', 'extension-state'],
      ['accepted', 'originate-answer'],
      null,
    ]);
  });
});

test('the way of a call that came in: the other party is there, the own phone rings, and may be missed', () => {
  const ringing = aMinimalCall({ observed: observed('came-in', 'agent-ringing') });
  expect(states(ringing)).toBe('now now reached reached reached');
  const missed = { ...ringing, records: { cdr: aRecord({ disposition: 'no-answer', endedAtMs: morningMs + 9000 }) } };
  expect(states(missed)).toBe('no-answer no-answer reached reached reached');
  const gone = { ...ringing, records: { cdr: aRecord({ disposition: 'cancelled', endedAtMs: morningMs + 9000 }) } };
  expect(states(gone)).toBe('rang rang reached reached reached');
  expect(callLegs(gone, true).stops[0].news?.kind).toBe('caller-ringing');
  const unheard = { ...gone, observed: observed('came-in') };
  expect(states(unheard)).toBe('unknown unknown reached reached reached');
});

test('no two outcomes have the same picture', () => {
  const pictures = Object.values(dispositionTones).map(({ icon }) => icon);
  expect(new Set(pictures).size).toBe(pictures.length);
});

describe('the time since a call began', () => {
  test('runs from the request, or from when it came in, in whole seconds and never below zero', () => {
    expect(secondsSinceBegin(anOriginatedCall(), morningMs + 2999)).toBe(2);
    expect(secondsSinceBegin(anOriginatedCall(), morningMs - 60_000)).toBe(0);
    expect(secondsSinceBegin(aMinimalCall({ observed: observed('came-in') }), morningMs + 4000)).toBe(3);
  });

  test('is not made up when the beginning was not seen, and stops with the call', () => {
    const joined = aMinimalCall({ direction: 'outbound', observed: observed('agent-in-use') });
    expect(secondsSinceBegin(joined, morningMs + 9000)).toBeNull();
    expect(secondsSinceBegin(ending('answered'), morningMs + 10_000)).toBeNull();
  });
});
