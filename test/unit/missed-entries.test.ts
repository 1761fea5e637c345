import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type KeptSign, missedEntries, openMissed } from '../../shared/domain/missed/missed-entries.ts';
import { nobodyWaited, signOfCall } from '../../shared/domain/missed/missed-sign.ts';
import { type OthersRecord, signOfOthers } from '../../shared/domain/missed/others-sign.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

let ids = 0;
function sign(kind: KeptSign['kind'], atMs: number, changes: Partial<KeptSign> = {}): KeptSign {
  ids += 1;
  const number = '09121110001';
  const rest = { by: null, cameIn: kind === 'missed', outcome: null, seen: false, byHandAtMs: null, ...nobodyWaited };
  return { id: `s${ids}`, kind, atMs, number, ...rest, ...changes };
}

describe('a number that called in vain', () => {
  it('waits from the first call after the last talk, with what was tried since', () => {
    const signs = [
      sign('missed', 1),
      sign('talk', 2),
      sign('missed', 3, { queue: '902' }),
      sign('attempt', 4, { outcome: 'busy', by: '104' }),
      sign('missed', 5, { number: '+989121110001', waitedSeconds: 30, seen: true }),
    ];
    expect(missedEntries(signs)).toEqual([
      {
        id: signs[4]?.id,
        number: '+989121110001',
        count: 2,
        lastAtMs: 5,
        queue: '902',
        waitedSeconds: 30,
        seen: false,
        attempts: 1,
        lastAttempt: { atMs: 4, by: '104', outcome: 'busy' },
        handled: null,
      },
    ]);
  });

  it('was handled by whatever came first, and says what was tried before that', () => {
    const told = [
      sign('missed', 1, { byHandAtMs: 9 }),
      sign('attempt', 2),
      sign('talk', 3, { by: '104' }),
      sign('attempt', 4),
    ];
    expect(missedEntries(told)).toMatchObject([
      { count: 1, attempts: 1, handled: { how: 'called-back', by: '104', atMs: 3 } },
    ]);
    expect(missedEntries([sign('missed', 1, { byHandAtMs: 2 }), sign('talk', 3)])).toMatchObject([
      { handled: { how: 'by-hand', atMs: 2 } },
    ]);
    expect(missedEntries([sign('missed', 1), sign('talk', 3, { cameIn: true })])).toMatchObject([
      { handled: { how: 'reached-us', by: null, atMs: 3 } },
    ]);
  });

  it('is told apart from one that only ends like it', () => {
    const other = sign('missed', 2, { number: '02121110001' });
    expect(missedEntries([sign('missed', 1), other, sign('talk', 3)])).toMatchObject([
      { handled: { how: 'called-back' } },
      { number: '02121110001', handled: null },
    ]);
  });
});

test('the same comes of signs in whatever order', () => {
  const kinds = fc.constantFrom<KeptSign['kind']>('missed', 'talk', 'attempt');
  const writings = fc.constantFrom('09121110001', '+989121110001', '1110001', '02121110001');
  const some = fc.array(
    fc.record({
      kind: kinds,
      atMs: fc.integer({ min: 1, max: 9 }),
      number: writings,
      byHandAtMs: fc.option(fc.constant(5)),
    }),
    { maxLength: 8 },
  );
  const both = some.chain((drafts) => {
    const signs = drafts.map(({ kind, atMs, ...changes }) => sign(kind, atMs, changes));
    return fc.tuple(fc.constant(signs), fc.shuffledSubarray(signs, { minLength: signs.length }));
  });
  const sorted = (signs: readonly KeptSign[]) => [...missedEntries(signs)].sort((a, b) => (a.id < b.id ? -1 : 1));
  fc.assert(
    fc.property(both, ([signs, shuffled]) => {
      expect(sorted(shuffled)).toEqual(sorted(signs));
      expect([...openMissed(shuffled)].sort()).toEqual([...openMissed(signs)].sort());
      const waiting = missedEntries(signs).filter(({ handled }) => handled === null);
      expect(waiting.reduce((sum, { count }) => sum + count, 0)).toBe(openMissed(signs).size);
    }),
  );
});

describe('of a call', () => {
  it.each([
    ['it was called back and talked with', { cdr: aRecord({ disposition: 'answered', talkSeconds: 9 }) }, 'talk'],
    ['it was tried', { cdr: aRecord({ disposition: 'busy' }) }, 'attempt'],
    ['nobody was rung', { cdr: aRecord({ disposition: 'agent-no-answer' }) }, undefined],
    ['it is not known yet', {}, undefined],
  ] as const)('is told that %s', (_, records, kind) => {
    expect(signOfCall(anOriginatedCall({}, { outcome: 'accepted', records }))?.kind).toBe(kind);
  });

  it('is told when it was missed by the clock that saw it, whatever the clock of the record says', () => {
    const observed = { 'came-in': morningMs, 'agent-ringing': morningMs };
    const records = { cdr: aRecord({ disposition: 'no-answer', waitSeconds: 12 }) };
    const late = { startedAtMs: morningMs + 3_600_000, caller: '09121110001', callee: '101', records };
    expect(signOfCall(aMinimalCall({ ...late, observed }))).toMatchObject({ atMs: morningMs, waitedSeconds: 12 });
    expect(signOfCall(aMinimalCall(late))).toMatchObject({ atMs: morningMs + 3_600_000 });
  });
});

describe('of calls of others', () => {
  const known = {
    isColleague: (number: string) => ['104', '105'].includes(number),
    isOwnQueue: (called: string) => called === '902',
  };
  const record = (source: OthersRecord['source'], changes: Parameters<typeof aRecord>[0]): OthersRecord => ({
    source,
    record: aRecord({ caller: '09121110001', callee: '104', ...changes }),
    receivedAtMs: morningMs,
  });
  const answered = { disposition: 'answered', talkSeconds: 60 } as const;
  const rang = record('queue-cdr', { queue: '902', disposition: 'no-answer' });
  const took = record('queue-cdr', { callee: '105', queue: '902', ...answered });
  const gaveUp = record('cdr', { callee: '902', disposition: 'no-answer', totalSeconds: 40 });

  it.each<[string, readonly OthersRecord[], object | null]>([
    [
      'a colleague was reached',
      [record('cdr', answered)],
      { kind: 'talk', by: '104', cameIn: true, atMs: morningMs - 60_000 },
    ],
    [
      'a colleague called',
      [record('cdr', { caller: '104', callee: '0912', ...answered })],
      { kind: 'talk', cameIn: false },
    ],
    ['a colleague tried', [record('cdr', { caller: '104', callee: '0912', disposition: 'busy' })], { kind: 'attempt' }],
    ['a voice answered', [record('cdr', { callee: '800', ...answered })], null],
    ['colleagues talked', [record('cdr', { caller: '105', ...answered })], null],
    ['a phone of the queue rang so far', [rang], null],
    ['nobody of the queue took it', [rang, gaveUp], { kind: 'missed', queue: '902', waitedSeconds: 40 }],
    ['the second phone took it', [rang, took, gaveUp], { kind: 'talk', by: '105' }],
    ['nobody took it, of another queue', [record('cdr', { callee: '903', disposition: 'no-answer' })], null],
  ])('is told that %s, in whatever order', (_, accounts, told) => {
    for (const order of [accounts, [...accounts].reverse()]) {
      const sign = signOfOthers(order, known);
      if (told === null) expect(sign).toBeNull();
      else expect(sign).toMatchObject(told);
    }
  });
});
