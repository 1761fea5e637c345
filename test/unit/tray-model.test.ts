import { describe, expect, it } from 'vitest';
import { type TrayFacts, trayModel } from '../../electron/desk/tray-model.ts';
import type { Call } from '../../shared/domain/call.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { listenerStatus } from '../support/listener-status.ts';

const settings = {
  ...defaultSettings,
  mode: 'simotel' as const,
  identity: { ...defaultSettings.identity, caller: '101' },
};
const well: TrayFacts['state'] = {
  settings,
  effective: settings,
  pbx: { state: 'reached', atMs: 1, roundTripMs: 3 },
  listener: {
    ...listenerStatus,
    state: 'listening',
    port: 8088,
  },
  watchedSinceMs: 0,
  dismissedCalls: [],
  missed: { unhandled: 0, unseen: 0 },
  afterCall: { awaiting: 0, due: 0, open: 0 },
  hotkeys: { paused: false, states: { quickDial: 'on', dialSelection: 'on', redial: 'none', showCall: 'none' } },
};
const unreached = { state: 'failed', atMs: 1, error: { code: 'pbx-unreachable', host: 'pbx' } } as const;
const deaf = { ...well.listener, state: 'failed' } as const;
const missed = { unhandled: 3, unseen: 1 };

const nobody = {
  calls: [],
  ownPhone: null,
  favourites: [],
  ownQueues: [],
  mayPause: true,
  nameOf: () => '',
  nowMs: morningMs + 1000,
};
function show(state: Partial<TrayFacts['state']> = {}, facts: Partial<Omit<TrayFacts, 'state'>> = {}) {
  return trayModel({ state: { ...well, ...state }, ...nobody, ...facts });
}
const picture = (...facts: Parameters<typeof show>) => show(...facts).picture;

const ringing = aMinimalCall({
  id: 'ringing',
  caller: '09121110001',
  callee: '101',
  observed: { 'came-in': morningMs, 'agent-ringing': morningMs },
});
const talking: Call = {
  ...ringing,
  id: 'talking',
  caller: '09122220002',
  observed: { ...ringing.observed, 'agent-in-use': morningMs + 1 },
};

describe('the picture of the tray', () => {
  it('tells the most pressing: a phone that rings, a talk, no connection, a pause, a missed call', () => {
    const everything = { pbx: unreached, listener: deaf, missed };
    expect(picture(everything, { calls: [talking, ringing], ownPhone: 'paused' })).toBe('ringing');
    expect(picture(everything, { calls: [talking], ownPhone: 'paused' })).toBe('talking');
    expect(picture(everything, { ownPhone: 'paused' })).toBe('offline');
    expect(picture({ missed }, { ownPhone: 'paused' })).toBe('paused');
    expect(picture({ missed })).toBe('missed');
    expect(picture()).toBe('idle');
  });

  it('says ready of nothing that was not observed', () => {
    expect(picture({ pbx: { state: 'unknown' } })).toBe('offline');
    expect(picture({ pbx: { state: 'checking' } })).toBe('offline');
    expect(picture({ listener: deaf })).toBe('offline');
    expect(picture({ settings: defaultSettings, effective: defaultSettings })).toBe('offline');
    expect(picture({}, { ownPhone: 'unavailable' })).toBe('offline');
    expect(picture({ listener: { ...well.listener, state: 'off' } })).toBe('idle');
  });

  it('is no longer that of a missed call once it was seen, while the number is still counted', () => {
    expect(show({ missed: { unhandled: 3, unseen: 0 } })).toMatchObject({ picture: 'idle', missed: 3 });
  });

  it('forgets a call that the agent closed, that ended, or that was lost hours ago', () => {
    expect(picture({ dismissedCalls: ['ringing'] }, { calls: [ringing] })).toBe('idle');
    expect(picture({ watchedSinceMs: morningMs + 2 }, { calls: [talking] })).toBe('idle');
    expect(picture({}, { calls: [{ ...ringing, records: { cdr: aRecord({ disposition: 'answered' }) } }] })).toBe(
      'idle',
    );
    expect(picture({}, { calls: [ringing], nowMs: morningMs + 7 * 3_600_000 })).toBe('idle');
  });
});

describe('the agent', () => {
  it.each([
    ['connecting', { pbx: { state: 'checking' } as const }, null],
    ['not-connected', { pbx: unreached }, null],
    ['phone-unavailable', {}, 'unavailable' as const],
    ['paused', {}, 'paused' as const],
    ['ready', {}, 'idle' as const],
  ])('is %s', (phase, state, ownPhone) => {
    expect(show(state, { ownPhone }).agent).toEqual({ number: '101', phase, with: '' });
  });

  it('is with the other party of the call that rings, in both directions', () => {
    expect(show({}, { calls: [talking, ringing] }).agent).toMatchObject({ phase: 'ringing', with: '09121110001' });
    const asked = anOriginatedCall({ callee: '09123330003' });
    expect(show({}, { calls: [asked] }).agent).toMatchObject({ phase: 'ringing', with: '09123330003' });
  });
});

it('is paused as the header says it: when all of the queues are left, not one of them', () => {
  const queue = (number: string, paused: boolean) => ({ name: number, number, paused, atMs: null });
  const phase = (...ownQueues: readonly ReturnType<typeof queue>[]) =>
    show({}, { ownPhone: 'paused', ownQueues }).agent.phase;
  expect(phase(queue('901', true), queue('902', false))).toBe('ready');
  expect(phase(queue('901', true), queue('902', true))).toBe('paused');
});

describe('the queues', () => {
  const queue = (number: string, paused: boolean | null) => ({ name: number, number, paused, atMs: null });
  it.each([
    ['are not known', [], true, null],
    ['of which nothing was told are left', [queue('901', null)], true, 'pause'],
    ['are left in part: the rest is too', [queue('901', true), queue('902', false)], true, 'pause'],
    ['are all left: they are taken up again', [queue('901', true), queue('902', true)], true, 'resume'],
    ['may not be left', [queue('901', true)], false, null],
  ] as const)('%s', (_what, ownQueues, mayPause, queues) => {
    expect(show({}, { ownQueues, mayPause }).queues).toBe(queues);
  });
});

describe('the last calls', () => {
  const cdr = (disposition: 'answered' | 'no-answer') => ({ records: { cdr: aRecord({ disposition }) } });
  it('are five numbers that can be called, each once and in the writing of its last call', () => {
    const calls = [
      aMinimalCall({ id: '1', caller: '+989121110001', ...cdr('no-answer') }),
      anOriginatedCall({ callee: '09121110001' }, { id: '2', ...cdr('answered') }),
      aMinimalCall({ id: '3', caller: '' }),
      aMinimalCall({ id: '4', caller: 'anonymous' }),
      aMinimalCall({ id: '5', caller: '101' }),
      ...[2, 3, 4, 5, 6].map((n) =>
        anOriginatedCall({ callee: `0912111000${n}` }, { id: `x${n}`, ...cdr('answered') }),
      ),
    ];
    expect(show({}, { calls }).recent).toEqual([
      { number: '+989121110001', direction: 'inbound', missed: true },
      ...[2, 3, 4, 5].map((n) => ({ number: `0912111000${n}`, direction: 'outbound', missed: false })),
    ]);
  });

  it('and the call on the line have the names of contacts', () => {
    const nameOf = (number: string) => (number === '09122220002' ? 'Sara' : '');
    const favourites = [{ name: 'Ali', number: '557' }];
    expect(show({}, { calls: [talking], nameOf, favourites })).toMatchObject({
      names: { '09122220002': 'Sara' },
      favourites,
    });
    expect(show({ settings: defaultSettings }, { favourites }).favourites).toEqual([]);
  });

  it('are none before the program is set up', () => {
    expect(show({ settings: defaultSettings }, { calls: [talking] })).toMatchObject({ recent: [], quickDial: false });
  });
});
