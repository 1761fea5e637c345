import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUpdateDesk } from '../../electron/updates/update-desk.ts';
import { UpdateFailure } from '../../electron/updates/update-failure.ts';
import type { Updater } from '../../electron/updates/updater.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const log = { info: () => undefined, warn: () => undefined };
const feed = { feed: 'https://updates.example.com/', key: '', certificate: '' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(settings = { ...feed }, options: { readonly supported?: boolean } = {}) {
  const updater = {
    find: vi.fn<Updater['find']>(async () => null),
    download: vi.fn<Updater['download']>(async () => undefined),
    install: vi.fn<Updater['install']>(() => null),
    cancel: vi.fn<Updater['cancel']>(),
  };
  const load = vi.fn(async () => updater);
  const around = { random: 0.5, mayInstall: true };
  const desk = createUpdateDesk({
    settings: () => settings,
    load: options.supported === false ? null : load,
    clock: () => 5,
    random: () => around.random,
    mayInstall: () => around.mayInstall,
    onChange: () => undefined,
    kept: { read: () => null, write: () => undefined },
    log,
  });
  return { desk, updater, load, settings, around };
}

describe('the desk for newer versions', () => {
  it('asks nothing and loads nothing without a feed, whoever presses what', async () => {
    const { desk, load } = setUp({ ...feed, feed: '' });
    desk.start();
    await desk.check();
    await vi.advanceTimersByTimeAsync(48 * hourMs);
    expect(load).not.toHaveBeenCalled();
    expect(desk.read()).toEqual({ state: 'off' });
  });

  it('says of a copy that something else brings up to date that it does not do it', async () => {
    const { desk } = setUp({ ...feed }, { supported: false });
    desk.start();
    await desk.check();
    expect(desk.read()).toEqual({ state: 'unsupported' });
  });

  it('asks some time after the start and then every six hours, never all desks at once', async () => {
    const { desk, updater, load, around } = setUp();
    desk.start();
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(updater.find).toHaveBeenCalledTimes(1);
    expect(desk.read()).toEqual({ state: 'current', checkedAtMs: 5 });
    around.random = 0;
    await vi.advanceTimersByTimeAsync(6 * hourMs);
    expect(updater.find).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(updater.find).toHaveBeenCalledTimes(2);
    expect(load).toHaveBeenCalledTimes(1);
    desk.stop();
    await vi.advanceTimersByTimeAsync(48 * hourMs);
    expect(updater.find).toHaveBeenCalledTimes(2);
  });

  it('asks once where it is asked twice, and again after it failed', async () => {
    const { desk, updater } = setUp();
    updater.find.mockRejectedValueOnce(new UpdateFailure('wrong-signature'));
    desk.start();
    await Promise.all([desk.check(), desk.check()]);
    expect(updater.find).toHaveBeenCalledTimes(1);
    expect(desk.read()).toEqual({
      state: 'failed',
      problem: { kind: 'wrong-signature', detail: null },
      checkedAtMs: 5,
    });
    await desk.check();
    expect(desk.read().state).toBe('current');
  });

  it('installs at the end and not before, and not while a call is under way', async () => {
    const { desk, updater, around } = setUp();
    updater.find.mockResolvedValue('9.0.0');
    desk.start();
    await desk.check();
    expect(desk.read()).toEqual({ state: 'ready', version: '9.0.0' });
    desk.install();
    expect(updater.install).not.toHaveBeenCalled();
    around.mayInstall = false;
    desk.stop();
    desk.install();
    expect(updater.install).not.toHaveBeenCalled();
    around.mayInstall = true;
    desk.stop();
    desk.install();
    expect(updater.install).toHaveBeenCalledTimes(1);
  });

  it('keeps what is ready where looking for something newer fails, and lets go of it with its feed', async () => {
    const { desk, updater, settings } = setUp();
    updater.find.mockResolvedValueOnce('9.0.0').mockRejectedValueOnce(new UpdateFailure('unreachable'));
    desk.start();
    await desk.check();
    await desk.check();
    expect(desk.read()).toEqual({ state: 'ready', version: '9.0.0' });
    settings.key = 'another';
    desk.follow();
    expect(updater.cancel).toHaveBeenCalled();
    expect(desk.read()).toEqual({ state: 'waiting' });
    desk.stop();
    desk.install();
    expect(updater.install).not.toHaveBeenCalled();
  });

  it.each([
    ['has the version that runs again', async () => null, 'current'],
    [
      'has an older one',
      async () => {
        throw new UpdateFailure('older', '0.0.9');
      },
      'failed',
    ],
  ])('does not install what the feed took back: it %s', async (_what, answer, becomes) => {
    const { desk, updater } = setUp();
    updater.find.mockResolvedValueOnce('9.0.0').mockImplementationOnce(answer);
    desk.start();
    await desk.check();
    expect(desk.read().state).toBe('ready');
    await desk.check();
    expect(desk.read().state).toBe(becomes);
    desk.stop();
    desk.install();
    expect(updater.install).not.toHaveBeenCalled();
  });

  it('has nothing to install where what was to take the place of the ready version could not be fetched', async () => {
    const { desk, updater } = setUp();
    updater.find.mockResolvedValueOnce('9.0.0').mockResolvedValueOnce('9.0.1');
    updater.download.mockResolvedValueOnce().mockRejectedValueOnce(new UpdateFailure('damaged'));
    desk.start();
    await desk.check();
    await desk.check();
    expect(desk.read()).toMatchObject({ state: 'failed', problem: { kind: 'damaged' } });
    desk.stop();
    desk.install();
    expect(updater.install).not.toHaveBeenCalled();
  });

  it('takes nothing of a feed that was set before, also where it answers later', async () => {
    const { desk, updater, settings } = setUp();
    let answer: (version: string) => void = () => undefined;
    updater.find.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    desk.start();
    const asked = desk.check();
    await vi.advanceTimersByTimeAsync(0);
    settings.feed = '';
    desk.follow();
    answer('9.0.0');
    await asked;
    expect(desk.read()).toEqual({ state: 'off' });
    expect(updater.download).not.toHaveBeenCalled();
  });

  it('asks the feed that is set now, also where it was set while the last one was loaded', async () => {
    const { desk, load, settings, updater } = setUp();
    desk.start();
    const asked = desk.check();
    settings.key = 'another';
    desk.follow();
    await asked;
    expect(updater.find).not.toHaveBeenCalled();
    await desk.check();
    expect(load).toHaveBeenCalledTimes(2);
    expect(updater.find).toHaveBeenCalledTimes(1);
  });

  it('says what is fetched by the percent, of the newest version', async () => {
    const { desk, updater } = setUp();
    updater.find.mockResolvedValueOnce('9.0.0');
    const seen: unknown[] = [];
    updater.download.mockImplementationOnce(async (onProgress) => {
      onProgress(41);
      seen.push(desk.read());
    });
    desk.start();
    await desk.check();
    expect(seen).toEqual([{ state: 'downloading', version: '9.0.0', percent: 41 }]);
  });
});
