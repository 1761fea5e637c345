import { expect, test } from '@playwright/test';
import { sized } from '../support/adversarial/size.ts';
import { canaries, expectNothingLeaked } from '../support/adversarial/watched-app.ts';
import { deskProvisioning, dial } from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import {
  answer,
  endAfter,
  flood,
  htmlAnswer,
  jsonAnswer,
  resetAfter,
  stopAfter,
} from '../support/misbehaving-answers.ts';
import { MisbehavingPbx, type Misbehaviour } from '../support/misbehaving-pbx.ts';

let app: DialdeskApp;
let pbx: MisbehavingPbx;
let elsewhere: MisbehavingPbx;
let answerToOriginate: Misbehaviour['act'];

const path = 'call/originate/act';
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const accepted = { success: 1, message: null, data: { originated_call_id: 'orig.call.1703145054.787335' } };
const redirect =
  (status: number): Misbehaviour['act'] =>
  (socket) =>
    answer(`${status} Elsewhere`, '', { Location: `http://127.0.0.1:${elsewhere.port}/${path}` })(socket);

test.beforeAll(async () => {
  elsewhere = await new MisbehavingPbx({ act: jsonAnswer('200 OK', accepted) }).start();
  // Asked for anything but a call it is a PBX like any other, with nothing in its books.
  pbx = await new MisbehavingPbx({
    act: (socket, { requests }) => {
      const asked = requests.at(-1)?.split('\r\n', 1)[0] ?? '';
      if (asked.includes(path)) answerToOriginate(socket, pbx);
      else jsonAnswer('200 OK', { success: 1, message: null, data: [] })(socket);
    },
  }).start();
  const provision = deskProvisioning(`http://127.0.0.1:${pbx.port}/api/v4`, { pbxSettings: canaries });
  app = await launchDialdesk({ provision });
});

test.afterAll(async () => {
  await pbx.stop();
  await elsewhere.stop();
});

interface Case {
  readonly act: Misbehaviour['act'];
  readonly outcome: 'accepted' | 'refused' | 'unknown';
}

const cases: Readonly<Record<string, Case>> = {
  'resets before the answer': { act: resetAfter(''), outcome: 'unknown' },
  'closes in the headers': { act: endAfter(head), outcome: 'unknown' },
  'resets in the body': { act: resetAfter(`${head}Content-Length: 90\r\n\r\n{"suc`), outcome: 'unknown' },
  'stops in the body': { act: stopAfter(`${head}Content-Length: 90\r\n\r\n{"suc`), outcome: 'unknown' },
  'is empty': { act: answer('200 OK', ''), outcome: 'unknown' },
  'is 100 MB long': { act: flood(`${head}Content-Length: 104857600\r\n\r\n`, 100), outcome: 'unknown' },
  'is a 500 that repeats the request': {
    act: (socket, { requests }) => answer('500 Oops', `<pre>${requests.at(-1)}</pre>`)(socket),
    outcome: 'unknown',
  },
  'is a 502 of a proxy': { act: htmlAnswer('502 Bad Gateway', '<h1>Bad Gateway</h1>'), outcome: 'unknown' },
  'is a page': { act: htmlAnswer('200 OK', '<script>attacked = 1</script><p>Log in'), outcome: 'refused' },
  'is a 302 to elsewhere': { act: redirect(302), outcome: 'refused' },
  'is a 307 to elsewhere': { act: redirect(307), outcome: 'refused' },
  'is a 404': { act: htmlAnswer('404 Not Found', '<h1>Not Found</h1>'), outcome: 'refused' },
  'is a 429': { act: answer('429 Too Many Requests', 'slow', { 'Retry-After': '17' }), outcome: 'refused' },
  'is a refusal with markup and controls': {
    act: jsonAnswer('200 OK', { success: 0, message: '<img src=x onerror=alert(1)>\u202e no\u0000 trunk' }),
    outcome: 'refused',
  },
  'is a 401 that repeats what it was sent': {
    act: (socket, { requests }) =>
      jsonAnswer('401 Unauthorized', { success: 0, message: `BasicAuth is invalid: ${requests.at(-1)}` })(socket),
    outcome: 'refused',
  },
  'sets a cookie': { act: jsonAnswer('200 OK', accepted, { 'Set-Cookie': 'a=canary; Path=/' }), outcome: 'accepted' },
};

const rounds = sized(1, 10);

const asked = () => pbx.requests.filter((request) => request.split('\r\n', 1)[0]?.includes(path));
const latest = () =>
  app.page.evaluate(async () => {
    const told = await window.dialer.request('call:list', { before: null, limit: 1 });
    return told.ok ? told.value.calls[0] : undefined;
  });

test(`A15: ${Object.keys(cases).length} answers that no PBX should give, ${rounds} times: one request each, told as what it was, and the next call goes`, async () => {
  test.setTimeout(rounds * 60_000);
  const { page } = app;
  let dialled = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { act, outcome }] of Object.entries(cases)) {
      answerToOriginate = act;
      dialled += 1;
      const number = `0912555${String(dialled).padStart(4, '0')}`;
      await dial(page, number, 'Control+Enter');
      await expect.poll(latest, { message: name, timeout: 20_000 }).toMatchObject({ callee: number, outcome });
      expect(asked(), name).toHaveLength(dialled);
      expect(await page.evaluate(() => Reflect.get(window, 'attacked')), name).toBeUndefined();
      expect(await page.content()).not.toMatch(/canary\+password|canary-token|<img src="?x/);
    }
  }
  expect(asked().filter((request) => /\r\ncookie:/i.test(request))).toEqual([]);
  expect(elsewhere.connections).toBe(0);
  answerToOriginate = jsonAnswer('200 OK', accepted);
  await dial(page, '09125559999', 'Control+Enter');
  await expect.poll(latest).toMatchObject({ callee: '09125559999', outcome: 'accepted' });
  expect(app.complaints).toEqual([]);
});

const sleeps: Readonly<Record<string, Case>> = {
  'is answered meanwhile': { act: jsonAnswer('200 OK', accepted), outcome: 'accepted' },
  'is cut off meanwhile': { act: resetAfter(''), outcome: 'unknown' },
};
/** The full size is beyond all that the program waits for: then it may have given the answer up before it looks. */
const sleepMs = sized(1000, 25_000);

test('A16: a call that is asked for by a computer that falls asleep is asked for once, and told as what it was', async () => {
  test.setTimeout(sized(60_000, 120_000));
  const pid = await app.electron.evaluate(() => process.pid);
  for (const [at, [name, { act, outcome }]] of Object.entries(sleeps).entries()) {
    let held: Parameters<Misbehaviour['act']>[0] | null = null;
    answerToOriginate = (socket) => {
      held = socket;
    };
    const before = asked().length;
    const number = `0912666000${at}`;
    await dial(app.page, number, 'Control+Enter');
    await expect.poll(() => held !== null).toBe(true);
    // What a computer that sleeps and one that is stopped have in common: the world goes on, its timers do not run.
    process.kill(pid, 'SIGSTOP');
    if (held !== null) act(held, pbx);
    await new Promise((resolve) => setTimeout(resolve, sleepMs));
    process.kill(pid, 'SIGCONT');
    await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
    const told = sleepMs < 15_000 ? outcome : expect.stringMatching(/^(accepted|unknown)$/);
    await expect.poll(latest, { message: name, timeout: 20_000 }).toMatchObject({ callee: number, outcome: told });
    expect(asked(), name).toHaveLength(before + 1);
  }
  answerToOriginate = jsonAnswer('200 OK', accepted);
  await dial(app.page, '09126669999', 'Control+Enter');
  await expect.poll(latest).toMatchObject({ callee: '09126669999', outcome: 'accepted' });
  expect(app.complaints).toEqual([]);
});

test('A21: nothing of what a PBX sent back of the credentials is in a file, was said or is in the memory of the page', async () => {
  // The PBX had it.
  expect(pbx.requests.join('')).toContain(canaries.token);
  await expectNothingLeaked({ app, page: app.page, leave: () => app.close() });
});
