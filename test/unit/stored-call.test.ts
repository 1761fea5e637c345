import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsByPlace, longestText, writeFacts } from '../../electron/storage/calls/call-facts.ts';
import { readCallRow, toCallRow } from '../../electron/storage/calls/call-row.ts';
import { packFacts } from '../../electron/storage/calls/packed-facts.ts';
import type { Call } from '../../shared/domain/call.ts';
import { callDisposition, callTrunkName } from '../../shared/domain/call-view.ts';
import { callSchema } from '../../shared/ipc/call-schema.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { historyRowSchema } from '../../shared/ipc/history-contract.ts';
import { calls } from '../support/call-arbitraries.ts';
import { anOriginatedCall, aRecord } from '../support/call-builders.ts';
import { assertAlways } from '../support/properties.ts';

const columnsOf = (call: Call) => ({
  startedAtMs: call.startedAtMs,
  caller: call.caller,
  callee: call.callee,
  direction: call.direction,
  disposition: callDisposition(call),
  trunkName: callTrunkName(call),
});

/** As SQLite gives it back, with other facts. */
function storedRow(call: Call, facts: string) {
  const { id, originatedHere } = toCallRow(call);
  const { startedAtMs, trunkName, ...columns } = columnsOf(call);
  return {
    id,
    profile: call.profile,
    started_at_ms: startedAtMs,
    trunk_name: trunkName,
    originated_here: originatedHere,
    ...columns,
    facts: packFacts(facts),
  };
}

/** Any place of a JSON document, with another value there. */
function withOther(document: unknown, path: number, other: unknown): unknown {
  if (typeof document !== 'object' || document === null) return other;
  const entries = Object.entries(document);
  if (entries.length === 0) return other;
  const [chosen] = entries[path % entries.length] ?? [''];
  const changed = entries.map(([key, value]) =>
    key === chosen
      ? [key, path % 7 === 0 ? other : withOther(value, Math.floor(path / entries.length), other)]
      : [key, value],
  );
  return Array.isArray(document) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

const strange = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    5,
    1e308,
    'x',
    'x'.repeat(longestText + 1),
    [],
    {},
    [null],
    { z: 1 },
    [[1]],
    Array(12).fill('a'),
  ),
  fc.jsonValue(),
);

const usual = anOriginatedCall({}, { records: { cdr: aRecord({}) } });

test('a stored call comes back as the window takes it, and damaged facts as no call', () => {
  let refused = 0;
  assertAlways(
    fc.property(fc.oneof(fc.constant(usual), calls), fc.nat(), strange, (original, path, other) => {
      const whole = readCallRow(storedRow(original, writeFacts(original, columnsOf(original))));
      if (callSchema.safeParse(original).success) expect(whole.ok).toBe(true);
      const facts: unknown = JSON.parse(writeFacts(original, columnsOf(original)));
      const read = readCallRow(storedRow(original, JSON.stringify(withOther(facts, path, other))));
      if (!read.ok) refused += 1;
      for (const one of [whole, read]) {
        if (!one.ok) continue;
        expect(historyRowSchema.safeParse({ call: one.value, work: null }).error).toBeUndefined();
      }
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(200);
});

test('a damaged column makes no call of a row', () => {
  const row = storedRow(usual, writeFacts(usual, columnsOf(usual)));
  expect(readCallRow(row).ok).toBe(true);
  const damaged: Readonly<Record<string, readonly unknown[]>> = {
    id: [null, 5, 'x'.repeat(longestText + 1)],
    profile: [null, 7],
    started_at_ms: [null, 'soon'],
    caller: [null, 1, 'x'.repeat(longestText + 1)],
    callee: [null],
    direction: [null, 'sideways', 1],
    originated_here: [null, 2],
    disposition: [3],
    trunk_name: [4],
    facts: [null, 'text', new Uint8Array([1, 2, 3])],
  };
  for (const [column, values] of Object.entries(damaged)) {
    for (const value of values) expect(readCallRow({ ...row, [column]: value }), column).toMatchObject({ ok: false });
  }
  const noColumn = columnsByPlace(columnsOf(usual)).length;
  expect(readCallRow(storedRow(usual, `{"a":${noColumn},"h":[0]}`))).toMatchObject({ ok: false });
});

test('a call as it is stored comes through the text that a page is carried in as it was', () => {
  const { input, output } = contract['history:page'];
  const read = readCallRow(storedRow(usual, writeFacts(usual, columnsOf(usual))));
  if (!read.ok) throw new Error(read.error);
  const rowsJson = JSON.stringify([{ call: read.value, work: null }]);
  expect(JSON.parse(rowsJson)).toStrictEqual([{ call: read.value, work: null }]);
  expect(output.safeParse({ ok: true, value: { rowsJson, goesOn: null } }).success).toBe(true);
  expect(output.safeParse({ ok: true, value: { rowsJson, goesOn: null, more: 1 } }).success).toBe(false);
  expect(input.safeParse({ filter: { text: 5 }, before: null, limit: 40 }).success).toBe(false);
});
