import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../renderer/features/connection/notice-list.ts';
import { noticeWords, spanWords } from '../../renderer/features/connection/notice-words.ts';
import { createText } from '../../renderer/text/i18n.ts';
import type { Words } from '../../renderer/text/use-words.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { listenerStatus } from '../support/listener-status.ts';
import { unmanaged } from '../support/unmanaged.ts';

const settings = { ...defaultSettings, mode: 'simotel' as const };
const well: AppState = {
  revision: 1,
  app: { version: '', electron: '', chrome: '', node: '', platform: '', startedAtMs: 0 },
  settings,
  effective: settings,
  settingsNotTaken: [],
  credentials: {
    protection: 'keychain',
    backend: null,
    hasUser: true,
    hasPassword: true,
    hasToken: true,
    locked: false,
  },
  pbx: { state: 'reached', atMs: 1, roundTripMs: 3 },
  listener: {
    ...listenerStatus,
    state: 'listening',
    port: 8088,
  },
  provisioning: null,
  managed: unmanaged,
  callsDenied: null,
  keeping: { storage: null, rescue: null, backup: null },
  updates: { state: 'off' },
  updateNotInstalled: null,
  clock: null,
  watchedSinceMs: 0,
  dismissedCalls: [],
  chosenTrunk: null,
  chosenCall: null,
  afterCall: { awaiting: 0, due: 0, open: 0 },
  pagesNotOpened: null,
  callFailures: [],
  asked: null,
  compactOpen: false,
  hotkeys: { paused: false, states: { quickDial: 'on', dialSelection: 'on', redial: 'none', showCall: 'none' } },
  missed: { unhandled: 0, unseen: 0 },
  tray: 'there',
  keptInTray: false,
  notificationsFailed: false,
  startsWithSystem: false,
};
const none = new Set<string>();
const kinds = (state: Partial<AppState>, closed: ReadonlySet<string> = none) =>
  noticesOf({ ...well, ...state }, closed).map(({ kind }) => kind);
const listening = (state: AppState['listener']['state'], problem: string | null = null) => ({
  listener: { ...well.listener, state, problem },
});
const failed = (error: Extract<AppState['pbx'], { state: 'failed' }>['error']) => ({
  pbx: { state: 'failed', atMs: 1, error } as const,
});
const memory = { credentials: { ...well.credentials, protection: 'memory' } } as const;
const file = {
  provisioning: { state: 'failed', error: { code: 'provisioning-invalid', field: 'version', reason: 'no' } },
} as const;

describe('the notices of the window', () => {
  it('tells that the stored own number is none until another is set', () => {
    const settingsNotTaken = ['ui.zoomPercent', 'identity.caller'];
    const identity = (caller: string) => ({ settings: { ...settings, identity: { ...settings.identity, caller } } });
    expect(kinds({ ...identity(''), settingsNotTaken })).toEqual(['own-number-not-taken']);
    expect(kinds({ ...identity('557'), settingsNotTaken })).toEqual([]);
    expect(kinds({ ...identity(''), settingsNotTaken: ['ui.zoomPercent'] })).toEqual([]);
  });

  it('are none while all is well, and none for what the header says and settings cannot mend', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds(failed({ code: 'pbx-unreachable', host: 'pbx' }))).toEqual([]);
    expect(kinds(listening('off'))).toEqual([]);
  });

  it('come with the gravest first', () => {
    expect(
      kinds({
        keeping: { ...well.keeping, storage: 'full' },
        clock: { problem: 'clocks-differ', pbxAheadMs: -600_000 },
        ...failed({ code: 'pbx-credentials-missing' }),
        ...listening('port-in-use'),
        ...memory,
        ...file,
      }),
    ).toEqual(['storage-full', 'credentials-missing', 'pbx-behind', 'port-in-use', 'set-up-file', 'secrets-memory']);
  });

  it('say of one cause one thing: offline, and not also that there is no address', () => {
    expect(kinds({ ...failed({ code: 'computer-offline' }), ...listening('address-missing') })).toEqual(['offline']);
    expect(kinds(listening('address-missing'))).toEqual(['address-missing']);
    const locked = { credentials: { ...well.credentials, locked: true } };
    expect(kinds({ ...failed({ code: 'pbx-credentials-missing' }), ...locked })).toEqual(['secrets-locked']);
  });

  it('say last of all that a newer version is ready, until that is closed', () => {
    const updates = { state: 'ready', version: '9.0.0' } as const;
    expect(kinds({ ...memory, updates })).toEqual(['secrets-memory', 'update-ready']);
    expect(kinds({ updates }, new Set(['update-ready']))).toEqual([]);
    const failed = { state: 'failed', problem: { kind: 'older', detail: '0.0.1' }, checkedAtMs: 1 } as const;
    expect(kinds({ updates: failed })).toEqual([]);
  });

  it('say what could not be installed when the last run ended, until that is closed', () => {
    const updateNotInstalled = { version: '9.0.0', problem: { kind: 'disk', detail: 'ENOSPC' } } as const;
    expect(kinds({ updateNotInstalled })).toEqual(['update-not-installed']);
    expect(kinds({ updateNotInstalled }, new Set(['update-not-installed']))).toEqual([]);
  });

  it('tell a port that may not be opened from other failures', () => {
    expect(kinds(listening('failed', 'EACCES'))).toEqual(['port-forbidden']);
    expect(kinds(listening('failed', 'EADDRNOTAVAIL'))).toEqual(['listener-failed']);
  });

  it('can be closed only where nothing is lost by it', () => {
    const everything = new Set(['secrets-memory', 'set-up-file', 'port-in-use']);
    expect(kinds({ ...memory, ...file, ...listening('port-in-use') }, everything)).toEqual(['port-in-use']);
  });

  it('tell of the file for the whole computer before the one of this start, and of one file of a secret at a time', () => {
    const error = { code: 'provisioning-unreadable', file: '/etc/a.json', reason: 'others-can-write' } as const;
    expect(noticesOf({ ...well, ...file, managed: { ...well.managed, error } }, none)).toEqual([
      { kind: 'set-up-file', error },
    ]);
    const left = (problem: 'not-read' | 'not-kept' | 'not-removed', reason: string) =>
      kinds({
        managed: {
          ...well.managed,
          secretFiles: [
            { file: '/a', problem, reason },
            { file: '/b', problem, reason },
          ],
        },
      });
    expect(left('not-removed', 'EACCES')).toEqual(['secret-file-not-removed']);
    expect(left('not-kept', 'memory')).toEqual(['secret-file-not-kept']);
    expect(left('not-kept', 'not-stored')).toEqual(['secret-file-not-used']);
    expect(left('not-read', 'empty')).toEqual(['secret-file-not-read']);
  });

  it('tell of hotkeys that were chosen and are not to be had, until that is closed', () => {
    const hotkeys = (quickDial: AppState['hotkeys']['states']['quickDial']) => ({
      hotkeys: { ...well.hotkeys, states: { ...well.hotkeys.states, quickDial } },
    });
    for (const state of ['taken', 'withheld', 'same', 'harmful'] as const) {
      expect(noticesOf({ ...well, ...hotkeys(state) }, none)).toEqual([
        { kind: 'hotkeys-missing', hotkeys: ['Ctrl+Alt+D'] },
      ]);
    }
    expect(kinds(hotkeys('none'))).toEqual([]);
    expect(kinds(hotkeys('unsure'))).toEqual([]);
    expect(kinds(hotkeys('taken'), new Set(['hotkeys-missing']))).toEqual([]);
    expect(kinds({ ...hotkeys('taken'), settings: { ...settings, mode: 'unset' } })).toEqual([]);
  });

  it('do not speak of secrets of the real PBX in the demo, nor where there are none', () => {
    expect(kinds({ ...memory, settings: { ...settings, mode: 'demo' } })).toEqual([]);
    const empty = { ...memory.credentials, hasUser: false, hasPassword: false, hasToken: false };
    expect(kinds({ credentials: empty })).toEqual([]);
  });
});

describe('the words of a notice', () => {
  const words = { t: createText('en').t, digits: (text: string) => text } as Words;

  it.each([
    [2 * 60_000, '2 min'],
    [89 * 60_000, '89 min'],
    [90 * 60_000, '1.5 h'],
    [107 * 60_000, '1 h 47 min'],
    [3.5 * 3_600_000, '3.5 h'],
    [49 * 3_600_000, '2 days'],
  ])('measure %i ms as people do', (ms, span) => {
    expect(spanWords(ms, words)).toBe(span);
  });

  it('give the real figure where no zone explains it', () => {
    const state: AppState = { ...well, clock: { problem: 'event-clock', eventsAheadMs: -47 * 60_000 } };
    const [notice] = noticesOf(state, new Set());
    expect(notice?.kind).toBe('events-behind');
    expect(notice === undefined ? null : noticeWords(notice, words).title).toBe('Event times are 47 min behind');
  });

  it('name port, zone and the zone that would fit', () => {
    expect(noticeWords({ kind: 'port-in-use', port: 8088 }, words).title).toBe('Event port 8088 is taken');
    const zone = { kind: 'zone-known', ms: 12_600_000, zone: 'UTC', rightZone: 'Asia/Tehran' } as const;
    expect(noticeWords(zone, words)).toEqual({
      title: 'Event times are 3.5 h off',
      text: 'They are read as times in UTC; those of Asia/Tehran would fit.',
    });
  });
});
