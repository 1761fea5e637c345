import { expect, it } from 'vitest';
import type { OriginateAnswer } from '../../electron/calls/ports.ts';
import { createOriginateRight } from '../../electron/desk/originate-right.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';

const request: OriginateRequest = {
  caller: '557',
  callee: '558',
  callerId: '557',
  dialplanContext: 'main_routing',
  trunkName: null,
  timeoutSeconds: null,
  callLimitSeconds: null,
};
const accepted: OriginateAnswer = { outcome: 'accepted', originatedCallId: 'a' };
const denied: OriginateAnswer = {
  outcome: 'refused',
  error: { code: 'pbx-access-denied', right: 'calls', service: 'call/originate/act' },
};

function setUp() {
  let answer: OriginateAnswer | Promise<OriginateAnswer> = accepted;
  let changes = 0;
  const right = createOriginateRight({ clock: () => 1000, onChange: () => (changes += 1) });
  const pbx = right.watch({ originate: async () => answer });
  return {
    right,
    changes: () => changes,
    call: (next: OriginateAnswer | Promise<OriginateAnswer>) => {
      answer = next;
      return pbx.originate(request);
    },
  };
}

it('is missing from a refusal for want of it until a call is accepted', async () => {
  const { right, call, changes } = setUp();
  await call(accepted);
  expect([right.denied(), changes()]).toEqual([null, 0]);
  expect(await call(denied)).toBe(denied);
  expect(right.denied()).toEqual({ atMs: 1000, service: 'call/originate/act' });
  await call(accepted);
  expect([right.denied(), changes()]).toEqual([null, 2]);
});

it('is there again once the PBX refuses a call for what it asks', async () => {
  const { right, call } = setUp();
  const refused: OriginateAnswer = { outcome: 'refused', error: { code: 'pbx-refused', message: 'Trunk not found' } };
  await call(refused);
  expect(right.denied()).toBeNull();
  await call(denied);
  expect(right.denied()).not.toBeNull();
  await call(refused);
  expect(right.denied()).toBeNull();
});

it('is not judged by a call that nobody answered, nor by one that never got there', async () => {
  const { right, call } = setUp();
  await call(denied);
  await call({ outcome: 'unknown', error: { code: 'pbx-timeout', host: 'pbx', phase: 'answer' } });
  await call({ outcome: 'refused', error: { code: 'pbx-unreachable', host: 'pbx' } });
  expect(right.denied()).not.toBeNull();
});

it('is forgotten with the account, and a late answer to the old one counts no more', async () => {
  const { right, call } = setUp();
  await call(denied);
  right.reset();
  expect(right.denied()).toBeNull();
  let answerNow = (_: OriginateAnswer): void => undefined;
  const late = call(new Promise<OriginateAnswer>((resolve) => (answerNow = resolve)));
  right.reset();
  answerNow(denied);
  await late;
  expect(right.denied()).toBeNull();
});

it('is proven by a call that the PBX took, for this account alone', async () => {
  const { right, call } = setUp();
  expect(right.acceptedAtMs()).toBeNull();
  await call(denied);
  expect(right.acceptedAtMs()).toBeNull();
  await call(accepted);
  expect(right.acceptedAtMs()).toBe(1000);
  right.reset();
  expect(right.acceptedAtMs()).toBeNull();
});
