import { describe, expect, it } from 'vitest';
import { awaitsOutcome, type QueueRule } from '../../shared/domain/after-call/awaits-outcome.ts';
import { closesFollowUp, isDue, type OpenFollowUp, quickFollowUpAt } from '../../shared/domain/after-call/follow-up.ts';
import { keyOfOutcome, outcomeOfKey } from '../../shared/domain/after-call/outcome.ts';
import { emptyWork, noOutcome, tidyTags } from '../../shared/domain/after-call/work-rules.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { Disposition } from '../../shared/domain/disposition.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

const talked: QueueRule = { kind: 'talked', sinceMs: morningMs };
const placed: QueueRule = { kind: 'placed', sinceMs: morningMs };
const endedAtMs = morningMs + 60_000;

function ended(disposition: Disposition, talkSeconds = 0): Call {
  const record = aRecord({ callee: '09123456789', disposition, talkSeconds, endedAtMs });
  return anOriginatedCall({}, { outcome: 'accepted', records: { cdr: record } });
}

describe('which calls wait for an outcome', () => {
  it('are those that ended with a talk', () => {
    expect(awaitsOutcome(ended('answered', 30), null, talked)).toBe(true);
    expect(awaitsOutcome(ended('answered', 30), emptyWork, talked)).toBe(true);
    expect(awaitsOutcome(anOriginatedCall({}, { outcome: 'accepted' }), null, talked)).toBe(false);
    for (const how of ['busy', 'no-answer', 'failed', 'unknown'] as const) {
      expect(awaitsOutcome(ended(how), null, talked)).toBe(false);
    }
  });

  it('and, if the setting says so, those placed that reached nobody, as long as the other side was rung', () => {
    for (const how of ['busy', 'no-answer', 'congestion'] as const) {
      expect(awaitsOutcome(ended(how), null, placed)).toBe(true);
    }
    expect(awaitsOutcome(ended('agent-no-answer'), null, placed)).toBe(false);
    const missed = aMinimalCall({
      caller: '0912',
      callee: '101',
      observed: { 'came-in': morningMs, 'agent-ringing': morningMs },
      records: { cdr: aRecord({ caller: '0912', callee: '101', disposition: 'no-answer', endedAtMs }) },
    });
    expect(awaitsOutcome(missed, null, placed)).toBe(false);
  });

  it('are none that have one, that the agent said need none, or that ended before the rule was made', () => {
    expect(awaitsOutcome(ended('answered', 30), { ...emptyWork, outcome: 'sold' }, talked)).toBe(false);
    expect(awaitsOutcome(ended('answered', 30), { ...emptyWork, outcome: noOutcome }, talked)).toBe(false);
    expect(awaitsOutcome(ended('answered', 30), null, { ...talked, sinceMs: endedAtMs })).toBe(true);
    expect(awaitsOutcome(ended('answered', 30), null, { ...talked, sinceMs: endedAtMs + 1 })).toBe(false);
  });
});

describe('a follow-up', () => {
  it('is due from its moment on until it is done', () => {
    const work = { ...emptyWork, followUpAtMs: morningMs };
    expect(isDue(work, morningMs - 1)).toBe(false);
    expect(isDue(work, morningMs)).toBe(true);
    expect(isDue({ ...work, followUpDoneAtMs: morningMs }, morningMs)).toBe(false);
    expect(isDue(emptyWork, morningMs)).toBe(false);
  });

  it('is set in whole minutes, or for nine in the next morning, over the end of a month too', () => {
    const at = new Date(2024, 0, 31, 16, 7, 30).getTime();
    expect(new Date(quickFollowUpAt('quarter', at))).toEqual(new Date(2024, 0, 31, 16, 23));
    expect(new Date(quickFollowUpAt('hour', at))).toEqual(new Date(2024, 0, 31, 17, 8));
    expect(new Date(quickFollowUpAt('tomorrow', at))).toEqual(new Date(2024, 1, 1, 9, 0));
  });

  const followUp: OpenFollowUp = {
    callId: 'first',
    number: '09123456789',
    note: '',
    startedAtMs: morningMs - 60_000,
    atMs: morningMs + 3_600_000,
    changedAtMs: morningMs - 30_000,
  };
  const talk = (changes: Partial<Call>) =>
    anOriginatedCall(
      { callee: '+989123456789' },
      { outcome: 'accepted', observed: { 'agent-in-use': morningMs, 'other-in-use': morningMs + 5000 }, ...changes },
    );

  it('is done by a later talk with the number, however it is written and whoever called', () => {
    expect(closesFollowUp(talk({}), followUp)).toBe(true);
    const cameIn = aMinimalCall({
      caller: '9123456789',
      callee: '101',
      observed: { 'agent-ringing': morningMs, 'agent-was-called': morningMs, 'agent-in-use': morningMs + 4000 },
    });
    expect(closesFollowUp(cameIn, followUp)).toBe(true);
  });

  it('is not done by the call it was noted at, by another number, without a talk, nor by a talk before it was set', () => {
    expect(closesFollowUp(talk({ id: 'first' }), followUp)).toBe(false);
    expect(closesFollowUp(talk({ callee: '09120000000' }), followUp)).toBe(false);
    expect(closesFollowUp(talk({ observed: { 'agent-in-use': morningMs } }), followUp)).toBe(false);
    expect(closesFollowUp(talk({}), { ...followUp, changedAtMs: morningMs + 6000 })).toBe(false);
    expect(closesFollowUp(talk({ startedAtMs: followUp.startedAtMs - 1 }), followUp)).toBe(false);
  });
});

describe('the keys of outcomes', () => {
  const outcomes = Array.from({ length: 12 }, (_, index) => `outcome ${index + 1}`);

  it('are the digits of both rows by their place, for the first nine', () => {
    expect(outcomeOfKey('Digit1', outcomes)).toBe('outcome 1');
    expect(outcomeOfKey('Numpad9', outcomes)).toBe('outcome 9');
    expect(outcomeOfKey('Digit3', outcomes.slice(0, 2))).toBeNull();
    for (const code of ['Digit0', 'KeyA', 'F1', 'Digit12']) expect(outcomeOfKey(code, outcomes)).toBeNull();
    expect(outcomes.map((_one, index) => keyOfOutcome(index)).filter((key) => key !== null)).toEqual([...'123456789']);
  });
});

describe('tags', () => {
  it('are kept without spaces around, each once whatever its case, and no more than there is room for', () => {
    expect(tidyTags([' vip ', 'VIP', '', 'needs  a   quote', '   '])).toEqual(['vip', 'needs a quote']);
    expect(tidyTags(Array.from({ length: 30 }, (_, index) => `tag ${index}`))).toHaveLength(20);
    expect(tidyTags(['x'.repeat(100)])[0]).toHaveLength(64);
  });
});
