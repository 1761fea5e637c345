import { describe, expect, test } from 'vitest';
import { payloads } from '../support/event-fixtures.ts';
import { basic, post, send, startListener, user } from '../support/event-fixtures-listener.ts';

const asked = { src: '09371234567', dst: '557', data: 'x', unique_id: '1768545037.1', app_name: 'dialdesk' };
const question = { caller: '09371234567', callee: '557', pbxCallId: '1768545037.1' };
const answer = { trunkName: 'NasimTrunk', callee: '09151412541', callLimitSeconds: 300 };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const pairs = new URLSearchParams(asked).toString();

describe('the question how to go on with a call', () => {
  test.each(['/simotel/trunk-api', '/simotel/Trunk-API', '/simotel/trunk-api/', '/simotel/trunk-api/TrunkApi'])(
    'is answered at %s in every form',
    async (target) => {
      const under = await startListener();
      under.trunkAnswer = answer;
      const replies = [
        await send(under.port, `${target}?${pairs}`),
        await post(under.port, target, asked),
        await post(under.port, target, pairs, form),
        await post(under.port, target, { ...asked, unique_id: undefined, cuid: asked.unique_id }),
      ];
      for (const reply of replies) {
        expect(reply.status).toBe(200);
        expect(reply.headers['content-type']).toMatch(/^application\/json/);
        expect(JSON.parse(reply.text)).toEqual({
          ok: '1',
          trunk: 'NasimTrunk',
          extension: '09151412541',
          call_limit: '300',
        });
      }
      expect(under.questions).toEqual([question, question, question, question]);
      expect(under.inbox.appends).toBe(0);
    },
  );

  test('names only what is decided', async () => {
    const under = await startListener();
    under.trunkAnswer = { trunkName: null, callee: '558', callLimitSeconds: null };
    expect(JSON.parse((await post(under.port, '/simotel/trunk-api', asked)).text)).toEqual({
      ok: '1',
      extension: '558',
    });
  });

  test('is refused when nobody knows the call', async () => {
    const { port, questions } = await startListener();
    expect(JSON.parse((await post(port, '/simotel/trunk-api', {})).text)).toEqual({ ok: '0' });
    expect(questions).toEqual([{ caller: null, callee: null, pbxCallId: null }]);
  });

  test('needs the credentials, a method and a body that can be read', async () => {
    const { port, questions } = await startListener();
    const replies = [
      await send(port, `/simotel/trunk-api?${pairs}`, { headers: {} }),
      await send(port, `/simotel/trunk-api?${pairs}`, { headers: { Authorization: basic(user, 'x') } }),
      await send(port, '/simotel/trunk-api', { method: 'PUT' }),
      await post(port, '/simotel/trunk-api', '{'),
      await post(port, '/simotel/trunk-api', asked, { Origin: 'https://evil.example' }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 405, 400, 403]);
    expect(questions).toEqual([]);
  });

  test('an event sent there by mistake is no event', async () => {
    const { port, inbox } = await startListener();
    expect(JSON.parse((await post(port, '/simotel/trunk-api', payloads.cdr)).text)).toEqual({ ok: '0' });
    expect(inbox.appends).toBe(0);
  });

  test('a fault of ours is an answer too', async () => {
    const under = await startListener();
    Object.defineProperty(under, 'trunkAnswer', {
      get: () => {
        throw new Error('bug');
      },
    });
    expect((await post(under.port, '/simotel/trunk-api', asked)).status).toBe(500);
    expect((await send(under.port, '/simotel/health')).status).toBe(200);
  });
});
