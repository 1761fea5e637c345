// Performs the main job in the real app on the embedded demo PBX, printing only what was observed. Started by scripts/demo.mjs.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { inRoot } from '../bootstrap/paths.mjs';

/** An outside number of the demo PBX that is answered and recorded. */
const numberTyped = '0912 000 0010';
const numberExpected = '09120000010';
/** The demo PBX's own account, printed by `npm run demo-pbx` too; it opens nothing else. */
const demoAccount = { user: 'demo', password: 'demo-password', token: 'demo-token' };
/** A demo call takes some 14 seconds. */
const callMs = 60_000;

const out = inRoot('out', 'demo');
let step = 0;

/** @param {string} what @param {unknown} proof */
function observed(what, proof) {
  step += 1;
  process.stdout.write(
    `${String(step).padStart(2)}. ${what}: ${typeof proof === 'string' ? proof : JSON.stringify(proof)}\n`,
  );
}

/** @param {unknown} condition @param {string} miss */
function must(condition, miss) {
  if (!condition) throw new Error(miss);
}

/**
 * Asks until there is an answer, for at most `limitMs`.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T | null | undefined>} ask
 * @param {number} limitMs
 * @returns {Promise<T>}
 */
async function until(what, ask, limitMs = callMs) {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Not observed within ${limitMs / 1000} s: ${what}`);
}

/** @param {string} address @returns {Promise<{ requests: any[], events: any[] }>} */
function readJournal(address) {
  return new Promise((resolve, reject) => {
    const basic = Buffer.from(`${demoAccount.user}:${demoAccount.password}`).toString('base64');
    const ask = request(
      `${address}/demo/journal`,
      { headers: { Authorization: `Basic ${basic}`, 'X-APIKEY': demoAccount.token } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () => resolve(JSON.parse(text).data));
      },
    );
    ask.on('error', reject);
    ask.end();
  });
}

/** @param {import('@playwright/test').Page} page @param {string} channel @param {object} input */
async function ask(page, channel, input) {
  const answer = await page.evaluate(
    ([name, value]) => /** @type {any} */ (window).dialer.request(name, value),
    [channel, input],
  );
  must(answer.ok, `${channel} answered ${JSON.stringify(answer)}`);
  return answer.value;
}

async function run() {
  mkdirSync(out, { recursive: true });
  const userDataDir = mkdtempSync(join(tmpdir(), 'dialdesk-demo-'));
  const app = await _electron.launch({
    executablePath: process.env.DIALDESK_ELECTRON ?? '',
    args: [inRoot(), `--user-data-dir=${userDataDir}`],
  });
  try {
    await performMainJob(app);
  } finally {
    await app.close();
    rmSync(userDataDir, { recursive: true, force: true });
  }
}

/** @param {import('@playwright/test').ElectronApplication} app */
async function performMainJob(app) {
  const page = await app.firstWindow();
  const picture = (/** @type {string} */ name) => page.screenshot({ path: join(out, `${name}.png`) });
  /** @type {any[]} */
  const events = [];
  await page.exposeFunction('dialdeskDemoEvent', (/** @type {any} */ event) => events.push(event));
  await page.evaluate(() => {
    const { dialer, dialdeskDemoEvent } = /** @type {any} */ (window);
    dialer.subscribe('event:received', dialdeskDemoEvent);
  });

  const { app: versions } = await ask(page, 'app:snapshot', {});
  observed(
    'App and runtime',
    `Dialdesk ${versions.version}, Electron ${versions.electron}, Chrome ${versions.chrome}, Node ${versions.node}`,
  );

  const tryDemo = page.getByRole('button', { name: 'Try it with the demo PBX' });
  await tryDemo.waitFor();
  await picture('1-first-start');
  await tryDemo.click();
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.waitFor();
  const state = await until('listener', async () => {
    const now = await ask(page, 'app:snapshot', {});
    return now.listener.state === 'listening' && now.pbx.state === 'reached' ? now : null;
  });
  observed('Demo PBX reached', state.effective.pbx.address);
  observed('Listener open', state.listener.address);

  await field.pressSequentially(numberTyped);
  observed('Number typed', await field.inputValue());
  await picture('2-number-typed');
  await page.keyboard.press('Enter');

  const sent = await until('originate request at the PBX', async () =>
    (await readJournal(state.effective.pbx.address)).requests.find((entry) =>
      entry.path.endsWith('/call/originate/act'),
    ),
  );
  observed(
    'Request received by the PBX',
    `${sent.method} ${sent.path} ${JSON.stringify(sent.body)} -> HTTP ${sent.status}`,
  );
  must(sent.body.callee === numberExpected, `The PBX was asked for ${sent.body.callee}, not for ${numberExpected}`);

  const readCall = async () => (await ask(page, 'call:list', { before: null, limit: 1 })).calls.at(0);
  const accepted = await until('originate id', async () => {
    const call = await readCall();
    return call?.originatedCallId ? call : null;
  });
  observed('Originate id', accepted.originatedCallId);

  const card = page.getByRole('region', { name: 'Current call' });
  await card.waitFor();
  await until('talking', async () => (/talking/i.test(await card.innerText()) ? true : null));
  observed('Live call card', (await card.innerText()).replace(/\s+/g, ' '));
  await picture('3-talking');

  const ended = await until('call record', async () => {
    const call = await readCall();
    return call?.records.cdr === undefined ? null : call;
  });
  // The window is told of each event by itself: wait until it has heard of all that the PBX sent for this call.
  const ofCall = await until('every event of the call, answered with 200 and applied', async () => {
    const journal = await readJournal(state.effective.pbx.address);
    const sentEvents = journal.events.filter((event) => event.callId === accepted.originatedCallId);
    const applied = events.filter((event) => event.name !== 'Ping' && event.state === 'applied');
    const names = (/** @type {{ name: string }[]} */ list) =>
      list
        .map((event) => event.name)
        .sort()
        .join();
    const complete = sentEvents.some((event) => event.name === 'Cdr') && names(sentEvents) === names(applied);
    return complete && sentEvents.every((event) => event.answer === 200) ? sentEvents : null;
  });
  for (const event of events) observed('Event received', `${event.name} ${event.summary} (${event.state})`);
  observed('Events of the call, each acknowledged with 200', ofCall.map((event) => event.name).join(', '));
  must(ended.records.cdr.disposition === 'answered', `The call ended as ${ended.records.cdr.disposition}`);
  await picture('4-ended');

  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByLabel('Call history');
  const row = history.getByRole('row').or(history.getByRole('option')).first();
  await row.waitFor();
  const words = (await row.innerText()).replace(/[\u2066-\u2069\s]+/g, ' ').trim();
  must(words.replace(/\D/g, '').includes(numberExpected), `The history row does not show the number: ${words}`);
  observed('History row in the window', words);
  await picture('5-history');
  process.stdout.write(`Screenshots: out/demo/\n`);
}

try {
  await run();
  process.stdout.write('demo: ok\n');
} catch (error) {
  process.stdout.write(`demo: failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
