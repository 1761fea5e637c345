import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceCall, type CallChange } from '../../shared/domain/advance-call.ts';
import { type Call, callStates } from '../../shared/domain/call.ts';
import { mostPbxCallIds } from '../../shared/domain/call-ids.ts';
import { callDisposition, callState, talkingSince } from '../../shared/domain/call-view.ts';
import { anEvent, anOriginatedCall, callRecord, extensionState, own } from '../support/call-builders.ts';
import { type CallShape, callShapes } from '../support/call-shapes.ts';
import { assertAlways } from '../support/properties.ts';

const rank = (call: Call | null) => (call === null ? -1 : callStates.indexOf(callState(call)));

/** As the use case does it: what makes no call yet is kept and folded in once there is one. */
function foldAll(initial: Call | null, changes: readonly CallChange[]): Call | null {
  let call = initial;
  let ignored: CallChange[] = [];
  const fold = (change: CallChange) => {
    const before = rank(call);
    const advanced = advanceCall(call, change, own);
    if (advanced === null) ignored.push(change);
    else call = advanced;
    // An end that was only seen or concluded may turn out to be none.
    if (rank(call) < before && before < callStates.indexOf('ended'))
      throw new Error(`Went back from ${callStates[before]} with ${JSON.stringify(change)}`);
  };
  for (const change of changes) {
    fold(change);
    if (call === null) continue;
    const earlier = ignored;
    ignored = [];
    for (const one of earlier) fold(one);
  }
  return call;
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

/** All orders of up to six changes, and many orders with repetitions of any number. */
function orders({ changes }: CallShape): readonly (readonly CallChange[])[] {
  const shuffled = fc.sample(
    fc
      .array(fc.constantFrom(...changes), { maxLength: 4 })
      .chain((again) => fc.shuffledSubarray([...changes, ...again], { minLength: changes.length + again.length })),
    { numRuns: 400, seed: 7 },
  );
  return changes.length <= 6 ? [...permutations(changes), ...shuffled] : shuffled;
}

describe.each(callShapes)('a call: $name', (shape) => {
  it('is known as it was in the end', () => {
    const call = foldAll(shape.initial, shape.changes);
    if (call === null) throw new Error('There is no call');
    expect({
      state: callState(call),
      disposition: callDisposition(call),
      direction: call.direction,
      caller: call.caller,
      callee: call.callee,
      talked: talkingSince(call) !== null,
    }).toEqual(shape.end);
  });

  it('is the same in whatever order and how often it is told, and never goes back before its end', () => {
    const expected = foldAll(shape.initial, shape.changes);
    for (const order of orders(shape)) expect(foldAll(shape.initial, order)).toEqual(expected);
  });

  it('stays the same object when everything is told once more', () => {
    const call = foldAll(shape.initial, shape.changes);
    for (const change of shape.changes) expect(advanceCall(call, change, own)).toBe(call);
  });
});

describe('a call first heard of from the PBX', () => {
  const ids = { pbxCallId: '1.1' };
  const record = (caller: string, callee: string) => anEvent(0, callRecord('cdr', { caller, callee }), ids);

  it.each([
    ['the own phone rings', anEvent(0, extensionState('101', 'ringing'), ids)],
    ['the own phone is in use', anEvent(0, extensionState('101', 'in-use'), ids)],
    ['a record names the agent as caller', record('101', '102')],
    ['a record names the agent as callee', record('102', '101')],
  ])('is ours when %s', (_, event) => {
    expect(advanceCall(null, event, own)).toMatchObject({ id: 'office:1.1', outcome: 'none', pbxCallIds: ['1.1'] });
  });

  it.each([
    ['the own phone is idle', anEvent(0, extensionState('101', 'idle'), ids)],
    ['another phone rings', anEvent(0, extensionState('102', 'ringing', '101'), ids)],
    ['a call comes in', anEvent(0, { kind: 'incoming-call', number: '0912', trunkName: null }, ids)],
    ['a trunk is dialled', anEvent(0, { kind: 'outgoing-call', number: '0912', trunkName: null }, ids)],
    ['a record names others', record('102', '103')],
    ['a survey comes', anEvent(0, { kind: 'survey', caller: '101', callee: '1', score: 1, label: null }, ids)],
    ['the event has no call id', anEvent(0, extensionState('101', 'ringing'))],
  ])('is not shown to be ours when %s', (_, event) => {
    expect(advanceCall(null, event, own)).toBeNull();
  });
});

describe('the originate request', () => {
  const outcome = (outcome: 'accepted' | 'refused' | 'unknown') =>
    ({ kind: 'originate-outcome', outcome, originatedCallId: 'o', message: outcome, atMs: 1 }) as const;

  it('keeps the clearest answer', () => {
    const call = foldAll(anOriginatedCall(), [outcome('unknown'), outcome('accepted'), outcome('refused')]);
    expect(call).toMatchObject({ outcome: 'accepted', outcomeMessage: 'accepted' });
  });

  it('is not turned into one of a call that was not requested here', () => {
    const call = foldAll(null, [anEvent(0, extensionState('101', 'ringing'), { pbxCallId: '1.1' })]);
    expect(advanceCall(call, outcome('accepted'), own)).toBe(call);
  });

  it('is not turned into a call that came in by a record, in whatever order records come', () => {
    const records = (['inbound', 'internal', null] as const).flatMap((direction) =>
      (['cdr', 'report'] as const).map((source) => anEvent(9000, callRecord(source, { direction }))),
    );
    for (const one of records) {
      for (const other of records) {
        const call = foldAll(anOriginatedCall(), [one, other]);
        expect(call?.direction).not.toBe('inbound');
        expect(call).toEqual(foldAll(anOriginatedCall(), [other, one]));
      }
    }
  });

  it('makes no call by itself', () => {
    expect(advanceCall(null, outcome('accepted'), own)).toBeNull();
  });
});

it('an earlier observation of the same thing is kept, whichever comes first', () => {
  const early = anEvent(100, extensionState('101', 'ringing'));
  const late = anEvent(900, extensionState('101', 'ringing'));
  for (const order of [
    [early, late],
    [late, early],
  ]) {
    expect(foldAll(anOriginatedCall(), order)?.observed['agent-ringing']).toBe(early.receivedAtMs);
  }
});

it('several accounts of one call make it as long as all of them, whichever comes first', () => {
  const first = anEvent(9000, callRecord('cdr', { startedAtMs: 1000, endedAtMs: 5000 }));
  const second = anEvent(9000, callRecord('cdr', { startedAtMs: 4000, endedAtMs: 8000 }));
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    expect(foldAll(anOriginatedCall(), order)?.records.cdr).toMatchObject({ startedAtMs: 1000, endedAtMs: 8000 });
  }
});

it('numbers written differently are one party', () => {
  const call = foldAll(anOriginatedCall(), [
    anEvent(2000, extensionState('101', 'in-use')),
    anEvent(5000, extensionState('101', 'in-use', '+989123456789')),
  ]);
  expect(call === null ? null : callState(call)).toBe('talking');
});

it('another phone of the same name in a call that came in says nothing', () => {
  assertAlways(
    fc.property(fc.constantFrom('ringing' as const, 'in-use' as const, 'idle' as const), (state) => {
      const call = foldAll(null, [anEvent(0, extensionState('101', 'ringing', '102'), { pbxCallId: '1.1' })]);
      const told = advanceCall(call, anEvent(1, extensionState('102', state, '101'), { pbxCallId: '1.1' }), own);
      expect(told?.observed).toEqual(call?.observed);
    }),
  );
});

it('takes no more ids than a call can have, and nothing of what names one more', () => {
  const told = (pbxCallId: string | null, talkSeconds: number) =>
    anEvent(60_000, callRecord('cdr', { talkSeconds }), { pbxCallId, originatedCallId: 'orig.1' });
  const ids = Array.from({ length: mostPbxCallIds }, (_, at) => `17${at}.1`);
  const full = foldAll(
    anOriginatedCall(),
    ids.map((id) => told(id, 5)),
  );
  expect(full?.pbxCallIds).toHaveLength(mostPbxCallIds);
  expect(advanceCall(full, told('99.9', 500), own)).toBe(full);
  // What is told of an id that it has, or of none, is told of it as ever.
  for (const id of [ids[0] ?? '', null]) {
    expect(advanceCall(full, told(id, 500), own)?.records.cdr?.talkSeconds).toBe(500);
  }
});
