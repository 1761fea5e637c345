import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import { jsonAnswer } from '../support/misbehaving-answers.ts';
import { acceptedAnswer, misbehavingCases } from '../support/misbehaving-cases.ts';
import { accessTo, sampleOriginate, shortTimeouts } from '../support/misbehaving-client.ts';
import { expectOutcome } from '../support/misbehaving-outcome.ts';
import { MisbehavingPbx } from '../support/misbehaving-pbx.ts';
import { pinOf, serverTls, trustTestAuthority } from '../support/tls-fixtures.ts';

const cases = misbehavingCases(() => `127.0.0.1:${elsewhere.port}`);
const silent = () => undefined;

/** The server that redirects point to; nobody may ever come. */
let elsewhere: MisbehavingPbx;
let distrust: () => void;

beforeAll(() => {
  distrust = trustTestAuthority();
});
afterAll(() => distrust());

beforeEach(async () => {
  elsewhere = await new MisbehavingPbx({ act: jsonAnswer('200 OK', acceptedAnswer) }).start();
});
afterEach(() => elsewhere.stop());

describe('a PBX that misbehaves', () => {
  it.each(Object.entries(cases))('%s', async (_name, given) => {
    let access = accessTo('');
    const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
    await expectOutcome(given, (asked) => {
      access = asked;
      return client.originate(sampleOriginate);
    });
    expect(elsewhere.connections).toBe(0);
  });

  it('stays usable: a good answer after a bad one, without a cookie of before', async () => {
    let answers = 0;
    const pbx = await new MisbehavingPbx({
      act: (socket) => {
        answers += 1;
        if (answers === 1) {
          jsonAnswer('401 Unauthorized', { success: 0, message: 'no' }, { 'Set-Cookie': 'session=1; Path=/' })(socket);
        } else {
          jsonAnswer('200 OK', acceptedAnswer, { 'Set-Cookie': 'session=2; Path=/' })(socket);
        }
      },
    }).start();
    try {
      const access = accessTo(`127.0.0.1:${pbx.port}`);
      const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
      await client.originate(sampleOriginate);
      await client.originate(sampleOriginate);
      expect(await client.originate(sampleOriginate)).toEqual({
        outcome: 'accepted',
        originatedCallId: 'orig.call.1703145054.787335',
      });
      expect(pbx.requests.length).toBe(3);
      expect(pbx.requests.join('')).not.toMatch(/cookie/i);
    } finally {
      await pbx.stop();
    }
  });

  it('does not show a secret to a server with the wrong certificate', async () => {
    const pbx = await new MisbehavingPbx({ tls: serverTls('replaced'), act: silent }).start();
    try {
      const access = accessTo(`https://127.0.0.1:${pbx.port}`, { pinnedCertificate: pinOf('self-signed') });
      const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
      await client.ping();
      expect(pbx.connections).toBe(1);
      expect(pbx.decryptedBytes).toBe(0);
    } finally {
      await pbx.stop();
    }
  });
});

describe('each limit of time', () => {
  const farOff = 20_000;
  it.each([
    ['connect' as const, 'https' as const, { connectMs: 300, answerMs: farOff, totalMs: farOff }],
    ['answer' as const, 'http' as const, { connectMs: farOff, answerMs: 300, totalMs: farOff }],
    ['answer' as const, 'http' as const, { connectMs: farOff, answerMs: farOff, totalMs: 300 }],
  ])('ends the waiting by itself: %s over %s', async (phase, scheme, timeouts) => {
    const pbx = await new MisbehavingPbx({ on: 'connection', act: silent }).start();
    try {
      const access = accessTo(`${scheme}://127.0.0.1:${pbx.port}`);
      const beganMs = performance.now();
      const result = await createPbxClient({ access: () => access, clock: Date.now, timeouts }).ping();
      expect(result).toMatchObject({ error: { code: 'pbx-timeout', phase } });
      expect(performance.now() - beganMs).toBeLessThan(farOff / 2);
    } finally {
      await pbx.stop();
    }
  });
});

describe('a PBX that is not there', () => {
  it('refuses the connection', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    expect(await originateTo(host)).toEqual({ outcome: 'refused', error: { code: 'pbx-connection-refused', host } });
  });

  it('has a name that nobody knows', async () => {
    const host = 'pbx.invalid';
    expect(await originateTo(host)).toEqual({ outcome: 'refused', error: { code: 'pbx-name-not-found', host } });
  });

  it('does not answer at all', async () => {
    // RFC 5737 keeps this network free; depending on the way there, packets vanish or somebody says so.
    const result = await originateTo('https://203.0.113.1');
    expect(result).toMatchObject({ outcome: 'refused', error: { host: '203.0.113.1' } });
  });

  async function originateTo(address: string) {
    const access = accessTo(address);
    const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
    return client.originate(sampleOriginate);
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
