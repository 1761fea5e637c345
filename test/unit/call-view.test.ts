import { describe, expect, it } from 'vitest';
import type { Call, Observation } from '../../shared/domain/call.ts';
import { callSteps } from '../../shared/domain/call-steps.ts';
import {
  callDisposition,
  callEnd,
  callState,
  callTrunkName,
  finalRecord,
  otherParty,
  recordingFiles,
  surveyScore,
  talkingSince,
  talkSeconds,
  usedTrunkName,
} from '../../shared/domain/call-view.ts';
import { aFullCall, aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

/** Observations in seconds since the start. */
function seen(seconds: Partial<Record<Observation, number>>): Call['observed'] {
  return Object.fromEntries(Object.entries(seconds).map(([name, second]) => [name, morningMs + second * 1000]));
}
const requested = (seconds: Partial<Record<Observation, number>>, changes: Partial<Call> = {}) =>
  anOriginatedCall({}, { outcome: 'accepted', outcomeAtMs: morningMs + 120, observed: seen(seconds), ...changes });
const heard = (seconds: Partial<Record<Observation, number>>, changes: Partial<Call> = {}) =>
  aMinimalCall({ observed: seen(seconds), ...changes });
const kinds = (call: Call) => callSteps(call).map((step) => step.kind);

describe('the state of a requested call', () => {
  it.each([
    ['originating', {}],
    ['ringing-caller', { 'agent-ringing': 1 }],
    ['ringing-caller', { 'agent-dialled-out': 1 }],
    ['caller-answered', { 'agent-ringing': 1, 'agent-in-use': 2 }],
    ['caller-answered', { 'agent-in-use-with-other': 2 }],
    ['ringing-callee', { 'agent-in-use': 2, 'other-dialled-out': 3 }],
    ['ringing-callee', { 'agent-in-use': 2, 'other-ringing': 3 }],
    ['talking', { 'agent-in-use': 2, 'agent-in-use-with-other': 5 }],
    ['talking', { 'other-dialled-out': 3, 'agent-in-use-with-other': 5 }],
    ['talking', { 'other-in-use': 5 }],
    ['ended', { 'agent-in-use': 2, 'agent-idle': 3 }],
  ] as const)('is %s after %j', (state, observed) => {
    expect(callState(requested(observed))).toBe(state);
  });

  it('does not become talking because the phone named the callee when it was picked up', () => {
    const call = requested({ 'agent-in-use-with-other': 2, 'other-dialled-out': 3 });
    expect(callState(call)).toBe('ringing-callee');
    expect(talkingSince(call)).toBeNull();
  });

  it('does not become talking because the PBX said that it called the own phone', () => {
    expect(talkingSince(requested({ 'agent-was-called': 1, 'agent-in-use': 2 }))).toBeNull();
  });
});

describe('the steps of a call', () => {
  it('are those that were told, each with when and by what', () => {
    const call = requested({
      'agent-ringing': 1,
      'agent-in-use': 2,
      'other-dialled-out': 3,
      'agent-in-use-with-other': 5,
      'agent-idle': 9,
    });
    expect(callSteps(call).map(({ kind, atMs, source }) => [kind, atMs - morningMs, source])).toEqual([
      ['requested', 0, 'dialer'],
      ['accepted', 120, 'originate-answer'],
      ['caller-ringing', 1000, 'extension-state'],
      ['caller-answered', 2000, 'extension-state'],
      ['callee-reached', 3000, 'outgoing-call'],
      ['talking', 5000, 'extension-state'],
      ['ended', 9000, 'extension-state'],
    ]);
  });

  it('leave out what nobody told', () => {
    expect(kinds(requested({ 'agent-in-use': 2, 'agent-idle': 9 }))).toEqual([
      'requested',
      'accepted',
      'caller-answered',
      'ended',
    ]);
  });

  it('do not say accepted when the PBX did not', () => {
    for (const outcome of ['pending', 'unknown', 'refused'] as const) {
      expect(kinds(requested({}, { outcome }))).not.toContain('accepted');
    }
  });

  it('do not say requested of a call that came in, nor that the other party was reached', () => {
    const call = heard({ 'came-in': 0, 'agent-ringing': 1, 'agent-in-use-with-other': 4, 'agent-idle': 9 });
    expect(kinds(call)).toEqual(['came-in', 'caller-ringing', 'caller-answered', 'talking', 'ended']);
  });

  it('take the earliest sign of a step', () => {
    const reached = callSteps(requested({ 'other-ringing': 4, 'other-dialled-out': 3 })).at(-1);
    expect(reached).toEqual({ kind: 'callee-reached', atMs: morningMs + 3000, source: 'outgoing-call' });
  });
});

describe('a call that came in', () => {
  it.each([
    ['a trunk brought it', { 'came-in': 0, 'agent-in-use-with-other': 4 }],
    ['the PBX called the phone', { 'agent-was-called': 1, 'agent-in-use': 4 }],
  ] as const)('is talking once the agent picked up when %s', (_, observed) => {
    expect(talkingSince(heard(observed))).toEqual({ atMs: morningMs + 4000, source: 'extension-state' });
    expect(callState(heard(observed))).toBe('talking');
  });

  it('is not said to be talking when nothing tells who called whom', () => {
    expect(talkingSince(heard({ 'agent-in-use-with-other': 4 }))).toBeNull();
    expect(callDisposition(heard({ 'agent-in-use-with-other': 4, 'agent-idle': 9 }))).toBe('unknown');
  });
});

describe('how a call ended', () => {
  const ended = { 'agent-idle': 9 };
  it.each([
    ['is not known while it has not', requested({ 'agent-in-use': 2 }), null],
    ['is unknown when only its end was seen', requested(ended), 'unknown'],
    ['is unknown when the callee may or may not have answered', requested({ 'agent-in-use': 2, ...ended }), 'unknown'],
    ['is answered when the talk was seen', requested({ 'other-in-use': 5, ...ended }), 'answered'],
    ['is the own phone when that only rang', requested({ 'agent-ringing': 1, ...ended }), 'agent-no-answer'],
    ['is missed when it came in and only rang', heard({ 'agent-ringing': 1, ...ended }), 'no-answer'],
    [
      'is missed when a colleague called and it only rang',
      heard({ 'agent-ringing': 1, ...ended }, { direction: 'internal', callee: '101' }),
      'no-answer',
    ],
    ['is refused when the PBX said so', requested({}, { outcome: 'refused' }), 'refused'],
    [
      'is what was concluded when nothing was told',
      requested({}, { settlement: { atMs: 1, disposition: 'agent-no-answer', reason: 'caller-silent' } }),
      'agent-no-answer',
    ],
    [
      'is what the record says, whatever was concluded',
      requested(
        { 'agent-ringing': 1, ...ended },
        {
          records: { report: aRecord({ disposition: 'busy' }) },
          settlement: { atMs: 1, disposition: 'agent-no-answer', reason: 'caller-silent' },
        },
      ),
      'busy',
    ],
    [
      'is answered when a record without a word tells of talk',
      requested({}, { records: { cdr: aRecord({ talkSeconds: 3 }) } }),
      'answered',
    ],
    ['is unknown when the record does not say', requested({}, { records: { cdr: aRecord() } }), 'unknown'],
  ] as const)('%s', (_, call, disposition) => {
    expect(callDisposition(call)).toBe(disposition);
  });

  it('was missed here when it rang and a colleague took it, whatever the record says of their talk', () => {
    const record = aRecord({
      caller: '09121112233',
      callee: '560',
      disposition: 'answered',
      talkSeconds: 195,
      endedAtMs: morningMs,
    });
    const call = heard({ 'agent-ringing': 1, 'agent-idle': 5 }, { records: { cdr: record } });
    expect(callDisposition(call)).toBe('no-answer');
    expect(talkSeconds(call)).toBeNull();
    expect(kinds(call)).not.toContain('talking');
    const taken = heard({ 'agent-ringing': 1, 'agent-in-use': 3 }, { records: { cdr: record } });
    expect(callDisposition(taken)).toBe('answered');
  });

  it('tells a request that never left from one that the PBX refused', () => {
    const refused = (outcomeMessage: string) => requested({}, { outcome: 'refused', outcomeMessage });
    expect(callDisposition(refused('pbx-connection-refused'))).toBe('not-sent');
    expect(callEnd(refused('pbx-connection-refused'))?.source).toBe('dialer');
    expect(callDisposition(refused('Requested operation failed'))).toBe('refused');
    expect(callEnd(refused('pbx-access-denied'))?.source).toBe('originate-answer');
  });

  it('makes the record outweigh a talk that was only seemingly seen', () => {
    const call = requested({ 'other-in-use': 5 }, { records: { cdr: aRecord({ disposition: 'no-answer' }) } });
    expect(talkingSince(call)).toBeNull();
    expect(kinds(call)).not.toContain('talking');
  });

  it('gives the talk of the record by the time it ended, unless it was seen to begin', () => {
    const record = aRecord({ disposition: 'answered', endedAtMs: morningMs + 60_000, talkSeconds: 20 });
    expect(talkingSince(requested({}, { records: { cdr: record } }))).toEqual({
      atMs: morningMs + 40_000,
      source: 'call-record',
    });
    expect(talkingSince(requested({ 'other-in-use': 5 }, { records: { cdr: record } }))).toEqual({
      atMs: morningMs + 5000,
      source: 'extension-state',
    });
  });

  it('is at a time, also when the record has none', () => {
    expect(callEnd(requested({}, { records: { cdr: aRecord() } }))).toEqual({ atMs: morningMs, source: 'call-record' });
  });
});

describe('an end that was concluded', () => {
  const settlement = { atMs: morningMs + 40_000, disposition: 'agent-no-answer', reason: 'caller-silent' } as const;

  it.each([
    ['agent-ringing', 'ringing-caller'],
    ['agent-in-use', 'caller-answered'],
    ['other-in-use', 'talking'],
    ['agent-alive-again', 'ringing-caller'],
  ] as const)('is refuted by a later %s', (sign, state) => {
    const call = requested({ 'agent-ringing': 1, [sign]: 41 }, { settlement });
    expect([callEnd(call), callDisposition(call), callState(call)]).toEqual([null, null, state]);
  });

  it('stands when the signs of life were before it', () => {
    expect(callDisposition(requested({ 'agent-ringing': 1, 'agent-in-use': 40 }, { settlement }))).toBe(
      'agent-no-answer',
    );
  });

  it('stands beside a record, which outweighs both', () => {
    const call = requested({ 'other-in-use': 50 }, { settlement, records: { cdr: aRecord({ disposition: 'busy' }) } });
    expect(callDisposition(call)).toBe('busy');
  });
});

describe('a phone that went idle', () => {
  it.each([
    ['ends the call', { 'agent-ringing': 1, 'agent-idle': 9 }, 9],
    ['does not when it is in use later', { 'agent-ringing': 1, 'agent-idle': 9, 'agent-in-use': 14 }, null],
    ['does not when it rings again later', { 'agent-ringing': 1, 'agent-idle': 9, 'agent-alive-again': 12 }, null],
    ['does when it is idle once more', { 'agent-in-use': 14, 'agent-idle': 9, 'agent-idle-again': 20 }, 20],
    ['does when an event of the same moment was overtaken', { 'agent-idle': 9, 'agent-in-use': 9.4 }, 9],
    [
      'does, and at first, when that was told twice',
      { 'agent-in-use': 2, 'agent-idle': 9, 'agent-idle-again': 9.7 },
      9,
    ],
  ] as const)('%s', (_, observed, second) => {
    const end = callEnd(requested(observed));
    expect(end).toEqual(second === null ? null : { atMs: morningMs + second * 1000, source: 'extension-state' });
  });
});

describe('several records', () => {
  const call = anOriginatedCall(
    {},
    {
      records: {
        report: aRecord({ disposition: 'busy', trunkName: 'r', queue: 'r' }),
        'queue-cdr': aRecord({ trunkName: 'q', recordingFiles: ['q.mp3'] }),
        cdr: aRecord({ disposition: 'answered', talkSeconds: 4 }),
      },
    },
  );

  it('fill what the better one leaves open', () => {
    expect(finalRecord(call)).toEqual(
      aRecord({ disposition: 'answered', talkSeconds: 4, trunkName: 'q', recordingFiles: ['q.mp3'], queue: 'r' }),
    );
  });

  it('are what trunk, talk and recording are read from', () => {
    expect([callTrunkName(call), talkSeconds(call), recordingFiles(call)]).toEqual(['q', 4, ['q.mp3']]);
  });
});

describe('what is shown of a call', () => {
  it('names the trunk that was used before the one asked for', () => {
    const asked = anOriginatedCall({ trunkName: 'asked' });
    expect(callTrunkName(asked)).toBe('asked');
    expect(usedTrunkName(asked)).toBeNull();
    expect(callTrunkName({ ...asked, heard: { ...asked.heard, trunkName: 'used' } })).toBe('used');
    expect(callTrunkName(anOriginatedCall())).toBeNull();
    // An empty name is none, wherever it stands.
    const record = aRecord({ trunkName: '' });
    expect(callTrunkName({ ...asked, heard: { ...asked.heard, trunkName: '' } })).toBe('asked');
    expect(callTrunkName({ ...asked, records: { cdr: record } })).toBe('asked');
    expect(callTrunkName({ ...asked, heard: { ...asked.heard, trunkName: 'used' }, records: { cdr: record } })).toBe(
      'used',
    );
  });

  it('names the other party', () => {
    expect(otherParty(anOriginatedCall())).toBe('09123456789');
    expect(otherParty(aMinimalCall({ direction: 'inbound', caller: '0912', callee: '101' }))).toBe('0912');
  });

  it('takes the score of the survey before that of the record', () => {
    expect(surveyScore(aFullCall())).toBe(5);
    expect(surveyScore(aFullCall({ survey: null }))).toBe(4);
    expect(surveyScore(aMinimalCall())).toBeNull();
  });
});
