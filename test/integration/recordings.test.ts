import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { toneWav } from '../../electron/demo-pbx/tone.ts';
import type { FetchTimeouts } from '../../electron/pbx/guarded-fetch.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import { createRecordingCache } from '../../electron/recordings/recording-cache.ts';
import { createRecordingDesk, type RecordingDesk } from '../../electron/recordings/recording-desk.ts';
import { serveRecording } from '../../electron/recordings/serve-recording.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { RecordingProgress } from '../../shared/ipc/recording-contract.ts';
import { aMinimalCall, aRecord } from '../support/call-builders.ts';
import { answer, drip, endAfter, flood, htmlAnswer, jsonAnswer, resetAfter } from '../support/misbehaving-answers.ts';
import { accessTo, type canaries } from '../support/misbehaving-client.ts';
import { MisbehavingPbx, type Misbehaviour } from '../support/misbehaving-pbx.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeouts: FetchTimeouts = { connectMs: 1_500, answerMs: 600, totalMs: 2_500, idleMs: 600 };
const mostBytes = 2 * 1024 * 1024;
const tone = toneWav(4);

let stop: (() => Promise<void>)[] = [];
let folder: string;

beforeEach(() => {
  folder = join(temporaryFolder(), 'recordings');
});
afterEach(async () => {
  await Promise.all(stop.map((end) => end()));
  stop = [];
});

const recordedCall = (id: string, file: string, profile = 'main'): Call => ({
  ...aMinimalCall({ id, profile }),
  records: { cdr: aRecord({ recordingFiles: [file] }) },
});

interface Made {
  readonly desk: RecordingDesk;
  readonly progress: RecordingProgress[];
  readonly files: () => readonly string[];
  readonly serve: (url: string, range?: string, method?: string) => Promise<Response>;
}

function makeDesk(
  address: string,
  calls: readonly Call[],
  more: {
    readonly credentials?: typeof canaries;
    readonly limitBytes?: number;
    readonly place?: string | null;
    readonly maxBytes?: number;
  } = {},
): Made {
  const progress: RecordingProgress[] = [];
  const client = createPbxClient({
    access: () => accessTo(address, {}, more.credentials),
    clock: Date.now,
    recordings: { timeouts, maxBytes: more.maxBytes ?? mostBytes },
  });
  const desk = createRecordingDesk({
    callOf: (id) => calls.find((call) => call.id === id) ?? null,
    profile: () => 'main',
    download: client.downloadRecording,
    cache: createRecordingCache({ folder, limitBytes: () => more.limitBytes ?? 100 * 1024 * 1024 }),
    choosePlace: async () => more.place ?? null,
    onProgress: (soFar) => progress.push(soFar),
    onBug: (problem) => expect(problem).toBeNull(),
  });
  stop.push(() => desk.stop());
  const serve = (url: string, range?: string, method = 'GET') =>
    serveRecording({ url, method, headers: new Headers(range === undefined ? {} : { range }) }, desk.playable);
  return { desk, progress, files: () => names(folder), serve };
}

function names(of: string): readonly string[] {
  try {
    return readdirSync(of);
  } catch {
    return [];
  }
}

async function withDemoPbx(services: 'all' | readonly string[] = 'all') {
  const pbx = new DemoPbx({ accounts: [{ ...demoAccount, services }] });
  const { address } = await pbx.start();
  stop.push(() => pbx.stop());
  const { user, password, token } = demoAccount;
  const credentials = { user, password, token };
  const reports = createPbxClient({ access: () => accessTo(address, {}, credentials), clock: Date.now });
  const found = await reports.searchCallRecords({
    fromMs: Date.now() - 8 * 86_400_000,
    toMs: Date.now(),
    caller: '557',
    callee: '09120001006',
  });
  const file = found.ok ? (found.value[0]?.record.recordingFiles[0] ?? null) : null;
  return { address, credentials, file };
}

async function withMisbehaving(act: Misbehaviour['act'], call = recordedCall('a', 'a.wav')) {
  const pbx = await new MisbehavingPbx({ act }).start();
  stop.push(() => pbx.stop());
  return { pbx, ...makeDesk(`http://127.0.0.1:${pbx.port}`, [call]) };
}

const ok = (contentType: string, length?: number) =>
  `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n${length === undefined ? '' : `Content-Length: ${length}\r\n`}\r\n`;

describe('a recording of the demo PBX', () => {
  it('is fetched once, kept whole under a name of our own, and saved as it came', async () => {
    const { address, credentials, file } = await withDemoPbx();
    expect(file).toMatch(/\.wav$/);
    // The long one is larger than what this test takes.
    const place = join(temporaryFolder(), 'saved.wav');
    const call = recordedCall('call/../1', file ?? '');
    const { desk, files, progress } = makeDesk(address, [call], { credentials, place, maxBytes: 20 * 1024 * 1024 });
    expect(await desk.read(call.id)).toEqual({ ok: true, value: { state: 'absent' } });
    // 214 seconds, as long as the call.
    const bytes = toneWav(214).length;
    expect(await desk.bring(call.id)).toEqual({
      ok: true,
      value: { state: 'ready', bytes, format: 'wav', plays: true },
    });
    expect(progress.at(0)?.totalBytes).toBe(bytes);
    expect(files()[0]).toMatch(/^[0-9a-f]{16}-[0-9a-f]{40}\.wav$/);
    expect(await desk.save(call.id)).toEqual({ ok: true, value: { fileName: 'saved.wav' } });
    expect(readFileSync(place).equals(toneWav(214))).toBe(true);
  });

  it('is refused in words: gone, and without the right', async () => {
    const { address, credentials } = await withDemoPbx();
    const gone = recordedCall('gone', '20200101_1.1.wav');
    expect(await makeDesk(address, [gone], { credentials }).desk.bring('gone')).toEqual({
      ok: false,
      error: { code: 'recording-missing' },
    });
    const barred = await withDemoPbx(['setting/ping/act', 'reports/cdr/search']);
    const call = recordedCall('a', barred.file ?? '');
    const { desk } = makeDesk(barred.address, [call], { credentials: barred.credentials });
    expect(await desk.bring('a')).toEqual({
      ok: false,
      error: { code: 'pbx-access-denied', right: 'recordings', service: 'reports/audio/download' },
    });
  });
});

describe('a recording that came', () => {
  const sends = (body: Buffer, type = 'audio/wav') => answer('200 OK', body, { 'Content-Type': type });

  it('is there byte by byte, is read by ranges, and leaves nothing of the words of the PBX in its path', async () => {
    const { desk, files, serve, pbx } = await withMisbehaving(sends(tone));
    expect(await desk.bring('a')).toEqual({
      ok: true,
      value: { state: 'ready', bytes: tone.length, format: 'wav', plays: true },
    });
    expect(files()).toHaveLength(1);
    expect(files()[0]).toMatch(/^[0-9a-f]{16}-[0-9a-f]{40}\.wav$/);
    expect(readFileSync(join(folder, files()[0] ?? '')).equals(tone)).toBe(true);
    expect(statSync(join(folder, files()[0] ?? '')).mode & 0o077).toBe(0);
    expect(pbx.requests.join()).toContain('{"file":"a.wav"}');

    const whole = await serve('app://recordings/a');
    expect([whole.status, whole.headers.get('accept-ranges'), whole.headers.get('content-type')]).toEqual([
      200,
      'bytes',
      'audio/wav',
    ]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(tone)).toBe(true);
    const part = await serve('app://recordings/a', 'bytes=1000-1999');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-1999/${tone.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(tone.subarray(1000, 2000))).toBe(true);
    const outside = await serve('app://recordings/a', `bytes=${tone.length}-`);
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${tone.length}`]);
  });

  it('is served to nobody by another id, another way or another method', async () => {
    const { desk, serve } = await withMisbehaving(sends(tone));
    await desk.bring('a');
    const hostile = [
      'app://recordings/',
      'app://recordings/b',
      'app://recordings/a/',
      'app://recordings/a/a',
      'app://recordings/x/../../a/b',
      'app://recordings/..%2fa',
      'app://recordings/%2e%2e%2fdialdesk.sqlite',
      'app://recordings/%',
      'app://recordings/a%00',
      `app://recordings/${'a'.repeat(5000)}`,
      `app://recordings/${names(folder)[0] ?? ''}`,
    ];
    for (const url of hostile) expect((await serve(url)).status, url).toBe(404);
    for (const method of ['POST', 'HEAD', 'PUT']) {
      expect((await serve('app://recordings/a', undefined, method)).status).toBe(404);
    }
  });

  it('is one of several of a call: each is fetched, kept and served by its own id', async () => {
    const call = {
      ...aMinimalCall({ id: 'a', profile: 'main' }),
      records: { cdr: aRecord({ recordingFiles: ['a.wav', 'b.wav'] }) },
    };
    const { desk, serve, files } = await withMisbehaving(sends(tone), call);
    expect((await desk.bring('a#1')).ok).toBe(true);
    expect(await desk.read('a')).toEqual({ ok: true, value: { state: 'absent' } });
    expect((await serve('app://recordings/a')).status).toBe(404);
    expect((await serve('app://recordings/a%231')).status).toBe(200);
    expect((await desk.bring('a')).ok).toBe(true);
    expect(files()).toHaveLength(2);
    expect(await desk.bring('a#2')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('of another profile, or of a call that has none, is neither fetched nor served', async () => {
    const pbx = await new MisbehavingPbx({ act: sends(tone) }).start();
    stop.push(() => pbx.stop());
    const other = recordedCall('other', 'a.wav', 'p00000001');
    const without = aMinimalCall({ id: 'without', profile: 'main' });
    const { desk, serve } = makeDesk(`http://127.0.0.1:${pbx.port}`, [other, without]);
    for (const id of ['other', 'without', 'nobody']) {
      for (const answered of [await desk.read(id), await desk.bring(id), await desk.save(id)]) {
        expect(answered).toEqual({ ok: false, error: { code: 'not-found' } });
      }
      expect((await serve(`app://recordings/${id}`)).status).toBe(404);
    }
    expect(pbx.connections).toBe(0);
  });

  it('that no page plays is kept to be saved', async () => {
    const gsm = Buffer.alloc(3300, 0xd2);
    const pbx = await new MisbehavingPbx({ act: sends(gsm, 'application/octet-stream') }).start();
    stop.push(() => pbx.stop());
    const place = join(temporaryFolder(), 'call.gsm');
    const { desk, serve } = makeDesk(`http://127.0.0.1:${pbx.port}`, [recordedCall('a', 'a.gsm')], { place });
    const ready = { ok: true, value: { state: 'ready', bytes: 3300, format: 'gsm', plays: false } };
    expect(await desk.bring('a')).toEqual(ready);
    expect(await desk.read('a')).toEqual(ready);
    expect((await serve('app://recordings/a')).status).toBe(404);
    expect(await desk.save('a')).toEqual({ ok: true, value: { fileName: 'call.gsm' } });
    expect(readFileSync(place).equals(gsm)).toBe(true);
  });

  it('asked for twice is fetched once', async () => {
    const { desk, pbx } = await withMisbehaving(sends(tone));
    await Promise.all([desk.bring('a'), desk.bring('a')]);
    expect(pbx.requests).toHaveLength(1);
  });

  it('goes when it was used longest ago, when its profile goes, and when all are cleared; a new run knows what is there', async () => {
    const pbx = await new MisbehavingPbx({ act: sends(tone) }).start();
    stop.push(() => pbx.stop());
    const calls = ['a', 'b', 'c'].map((id) => recordedCall(id, `${id}.wav`));
    const address = `http://127.0.0.1:${pbx.port}`;
    const { desk, files } = makeDesk(address, calls, { limitBytes: 2.5 * tone.length });
    await desk.bring('a');
    await desk.bring('b');
    // Of an older run, by the time of its file.
    for (const name of files()) utimesSync(join(folder, name), 1, 1);
    writeFileSync(join(folder, `${'0'.repeat(16)}-${'1'.repeat(40)}.00000000.part`), 'x');
    writeFileSync(join(folder, 'of-somebody-else.txt'), 'x');
    const next = makeDesk(address, calls, { limitBytes: 2.5 * tone.length });
    expect(await next.desk.kept()).toEqual({ bytes: 2 * tone.length, recordings: 2 });
    await next.desk.playable('a');
    await next.desk.bring('c');
    expect(await next.desk.read('b')).toEqual({ ok: true, value: { state: 'absent' } });
    expect(await next.desk.read('a')).toMatchObject({ value: { state: 'ready' } });
    next.desk.forget('p00000001');
    expect((await next.desk.kept()).recordings).toBe(2);
    next.desk.forget('main');
    await expect.poll(async () => (await next.desk.kept()).recordings).toBe(0);
    await next.desk.bring('a');
    expect(await next.desk.clear()).toEqual({ bytes: 0, recordings: 0 });
    expect(next.files()).toEqual(['of-somebody-else.txt']);
  });

  it('that somebody deleted or emptied by hand is absent again', async () => {
    const { desk, files, serve } = await withMisbehaving(sends(tone));
    await desk.bring('a');
    truncateSync(join(folder, files()[0] ?? ''));
    expect((await serve('app://recordings/a')).status).toBe(404);
    expect(await desk.read('a')).toEqual({ ok: true, value: { state: 'absent' } });
    await desk.bring('a');
    rmSync(folder, { recursive: true });
    expect(await desk.read('a')).toEqual({ ok: true, value: { state: 'absent' } });
    expect((await desk.bring('a')).ok).toBe(true);
  });

  it('takes the place of an older file only when it was saved whole', async () => {
    const saved = temporaryFolder();
    const place = join(saved, 'call.wav');
    const pbx = await new MisbehavingPbx({ act: sends(tone) }).start();
    stop.push(() => pbx.stop());
    const { desk, files } = makeDesk(`http://127.0.0.1:${pbx.port}`, [recordedCall('a', 'a.wav')], { place });
    await desk.bring('a');
    writeFileSync(place, 'before');
    linkSync(place, join(saved, 'linked.wav'));
    expect(await desk.save('a')).toMatchObject({ ok: true });
    expect(readFileSync(place).equals(tone)).toBe(true);
    // Another file was put there: nothing was written over the old one.
    expect(readFileSync(join(saved, 'linked.wav'), 'utf8')).toBe('before');
    expect(readdirSync(saved).sort()).toEqual(['call.wav', 'linked.wav']);
    expect(files()).toHaveLength(1);
  });

  it('cannot be kept where the disk does not take it, and cannot be saved there either', async () => {
    const { desk } = await withMisbehaving(sends(tone));
    writeFileSync(folder, 'a file in the place of the folder');
    expect(await desk.bring('a')).toEqual({ ok: false, error: { code: 'recording-not-kept' } });
    const place = join(temporaryFolder(), 'nowhere', 'call.wav');
    folder = join(temporaryFolder(), 'recordings');
    mkdirSync(folder);
    const pbx = await new MisbehavingPbx({ act: sends(tone) }).start();
    stop.push(() => pbx.stop());
    const other = makeDesk(`http://127.0.0.1:${pbx.port}`, [recordedCall('a', 'a.wav')], { place });
    await other.desk.bring('a');
    expect(await other.desk.save('a')).toEqual({ ok: false, error: { code: 'recording-not-saved', file: 'call.wav' } });
  });
});

describe('a server that misbehaves', () => {
  const cases: Record<string, [Misbehaviour['act'], Record<string, unknown>]> = {
    'a body without end': [
      flood(`${ok('audio/wav')}RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0`, 64),
      { code: 'recording-too-large' },
    ],
    'words without end': [flood(ok('text/html'), 64), { code: 'recording-not-audio' }],
    'a page in place of audio': [htmlAnswer('200 OK', '<html>Log in</html>'), { code: 'recording-not-audio' }],
    'a page called audio': [
      answer('200 OK', '<html>Log in</html>', { 'Content-Type': 'audio/mpeg' }),
      { code: 'recording-not-audio' },
    ],
    'a success of the API': [jsonAnswer('200 OK', { success: 1, data: {} }), { code: 'recording-not-audio' }],
    'a refusal of the API': [
      jsonAnswer('200 OK', { success: 0, message: 'No such <b>file</b>' }),
      { code: 'recording-refused', message: 'No such file' },
    ],
    'nothing in it': [answer('200 OK', '', { 'Content-Type': 'audio/wav' }), { code: 'recording-empty' }],
    gone: [htmlAnswer('404 Not Found', 'File not found'), { code: 'recording-missing' }],
    'an own fault': [htmlAnswer('500 Oh', '<p>Fault</p>'), { code: 'pbx-server-error', status: 500 }],
    'cut off': [
      endAfter(Buffer.concat([Buffer.from(ok('audio/wav', tone.length)), tone.subarray(0, 9000)])),
      { code: 'recording-broke-off' },
    ],
    reset: [resetAfter(ok('audio/wav', tone.length)), { code: 'recording-broke-off' }],
    'one byte now and then': [drip(ok('audio/wav', 100_000), 20), { code: 'recording-broke-off' }],
    'silence in the middle': [
      (socket) => void socket.write(Buffer.concat([Buffer.from(ok('audio/wav', tone.length)), tone.subarray(0, 9000)])),
      { code: 'recording-broke-off' },
    ],
  };

  it.each(Object.entries(cases))('%s: is told, and leaves nothing behind', async (_name, [act, error]) => {
    const { desk, files } = await withMisbehaving(act);
    expect(await desk.bring('a')).toMatchObject({ ok: false, error });
    expect(files()).toEqual([]);
    expect(await desk.read('a')).toEqual({ ok: true, value: { state: 'absent' } });
  });

  it('a redirect is not followed, with or without credentials', async () => {
    const elsewhere = await new MisbehavingPbx({ act: answer('200 OK', tone) }).start();
    stop.push(() => elsewhere.stop());
    const location = `http://127.0.0.1:${elsewhere.port}/a.wav`;
    const { desk } = await withMisbehaving(answer('302 Found', '', { Location: location }));
    expect(await desk.bring('a')).toMatchObject({ ok: false, error: { code: 'pbx-redirected', status: 302 } });
    expect(elsewhere.connections).toBe(0);
  });

  it('what the person cancels ends at once, is no failure, and leaves nothing behind', async () => {
    const start = Buffer.concat([Buffer.from(ok('audio/wav', tone.length)), tone.subarray(0, 9000)]);
    const { desk, files, progress, pbx } = await withMisbehaving((socket) => void socket.write(start));
    const brought = desk.bring('a');
    await expect.poll(() => progress.length).toBeGreaterThan(0);
    expect(await desk.read('a')).toEqual({
      ok: true,
      value: { state: 'fetching', receivedBytes: expect.any(Number), totalBytes: tone.length },
    });
    desk.cancel('a');
    expect(await brought).toEqual({ ok: true, value: { state: 'absent' } });
    expect(files()).toEqual([]);
    expect(pbx.requests).toHaveLength(1);
  });

  it('what is asked for again before the cancelled one has ended is fetched anew', async () => {
    let sendsAll = false;
    const head = Buffer.from(ok('audio/wav', tone.length));
    const { desk, progress } = await withMisbehaving(
      (socket) => void socket.write(Buffer.concat([head, sendsAll ? tone : tone.subarray(0, 9000)])),
    );
    const cancelled = desk.bring('a');
    await expect.poll(() => progress.length).toBeGreaterThan(0);
    sendsAll = true;
    desk.cancel('a');
    const again = desk.bring('a');
    expect(await cancelled).toEqual({ ok: true, value: { state: 'absent' } });
    expect(await again).toMatchObject({ ok: true, value: { state: 'ready', bytes: tone.length } });
    expect(await desk.read('a')).toMatchObject({ value: { state: 'ready' } });
  });
});
