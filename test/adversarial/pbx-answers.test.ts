import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import { errorWords } from '../../renderer/text/error-words.ts';
import { createText } from '../../renderer/text/i18n.ts';
import type { DialerError } from '../../shared/errors.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { jsonAnswer } from '../support/misbehaving-answers.ts';
import { acceptedAnswer, misbehavingCases } from '../support/misbehaving-cases.ts';
import { accessTo, canaries, sampleOriginate, shortTimeouts } from '../support/misbehaving-client.ts';
import { expectOutcome } from '../support/misbehaving-outcome.ts';
import { MisbehavingPbx } from '../support/misbehaving-pbx.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { trustTestAuthority } from '../support/tls-fixtures.ts';

const rounds = sized(2, 10);
/** Each waits most of its time. */
const atOnce = 6;

let distrust: () => void;
beforeAll(() => {
  distrust = trustTestAuthority();
});
afterAll(() => distrust());

test(
  `A15: every answer no PBX should give, ${rounds} times in any order with one client, leaves it as good as new (seed ${seed})`,
  async () => {
    const elsewhere = await new MisbehavingPbx({ act: jsonAnswer('200 OK', acceptedAnswer) }).start();
    const good = await new MisbehavingPbx({ act: jsonAnswer('200 OK', acceptedAnswer) }).start();
    const goodAccess = accessTo(`127.0.0.1:${good.port}`);
    let access = goodAccess;
    // What is set is read for each request, and is another one for the next.
    const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
    const originate = (asked: typeof access) => {
      access = asked;
      return client.originate(sampleOriginate);
    };
    const random = seededRandom(seed);
    const cases = Object.entries(misbehavingCases(() => `127.0.0.1:${elsewhere.port}`));
    const told = new Map<string, DialerError>();
    let asked = 0;
    for (let round = 0; round < rounds; round += 1) {
      const order = cases.map((one) => ({ one, at: random() })).sort((one, other) => one.at - other.at);
      const left = order[Symbol.iterator]();
      const work = async () => {
        for (const {
          one: [name, given],
        } of left) {
          const error = await expectOutcome(given, originate).catch((problem: unknown) => {
            throw new Error(`${name}, round ${round}`, { cause: problem });
          });
          if (error !== null) told.set(error.code, error);
          asked += 1;
          expect(await originate(goodAccess), name).toMatchObject({ outcome: 'accepted' });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    }
    expect(asked).toBe(cases.length * rounds);
    expect(good.requests).toHaveLength(asked);
    expect(good.requests.join('')).not.toMatch(/\r\ncookie:/i);
    expect(elsewhere.connections).toBe(0);
    // Whoever reads it knows which of them it was, and nothing that is secret.
    for (const language of ['en', 'fa'] as const) {
      const { t } = createText(language);
      const words = [...told.values()].map((error) => errorWords(error, t).message);
      expect(new Set(words).size).toBe(told.size);
      for (const secret of [canaries.password, canaries.token]) expect(words.join()).not.toContain(secret);
    }
    expect(told.size).toBeGreaterThan(15);
    await elsewhere.stop();
    await good.stop();
  },
  sized(120_000, 600_000),
);
