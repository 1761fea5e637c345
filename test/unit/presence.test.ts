import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReadEvent } from '../../electron/calls/ports.ts';
import { createAgentPause } from '../../electron/desk/agent-pause.ts';
import { createPresenceBoard } from '../../electron/desk/presence.ts';
import { createTrunkBoard } from '../../electron/desk/trunk-board.ts';
import type { ExtensionState, OtherEvent } from '../../shared/domain/call-event.ts';
import { isAllPaused, ownWord, type TrunkState } from '../../shared/domain/pbx-directory.ts';
import { fail, succeed } from '../../shared/result.ts';
import { anEvent, extensionState } from '../support/call-builders.ts';

const queues = [
  { name: 'Sales', number: '901' },
  { name: 'پشتیبانی', number: '902' },
];
const longestMs = 4 * 60 * 60 * 1000;
const other = (event: OtherEvent): ReadEvent => ({ kind: 'other', event });

function boardOf() {
  const desk = { owner: 'office', hearing: true, agent: '557', nowMs: 1000, changes: 0 };
  const board = createPresenceBoard({
    owner: () => desk.owner,
    hearing: () => desk.hearing,
    agentNumber: () => desk.agent,
    ownQueues: () => queues,
    clock: () => desk.nowMs,
    onChange: () => {
      desk.changes += 1;
    },
  });
  const state = (number: string, is: ExtensionState, atMs: number, queue: string | null = null) =>
    board.heard({ kind: 'call', event: anEvent(atMs, { ...extensionState(number, is), queue }) }, atMs);
  return { desk, board, state };
}

describe('presence', () => {
  it('is what the PBX said last of each, with the moment; older news changes nothing', () => {
    const { board, state } = boardOf();
    expect(board.extensions()).toEqual([]);
    state('551', 'ringing', 10);
    state('551', 'in-use', 20);
    state('551', 'ringing', 15);
    state('552', 'unavailable', 5);
    expect(board.extensions()).toEqual([
      { number: '551', state: 'in-use', atMs: 20 },
      { number: '552', state: 'unavailable', atMs: 5 },
    ]);
  });

  it('follows extensions that come and go', () => {
    const { board, state } = boardOf();
    board.heard(other({ kind: 'extension-added', extension: '570', state: 'idle' }), 10);
    state('551', 'idle', 11);
    board.heard(other({ kind: 'extension-removed', extension: '551' }), 12);
    expect(board.extensions()).toEqual([{ number: '570', state: 'idle', atMs: 10 }]);
  });

  it('is not known where no events come in, nor of another PBX', () => {
    const { desk, board, state } = boardOf();
    state('551', 'in-use', 10);
    desk.hearing = false;
    expect(board.extensions()).toEqual([{ number: '551', state: 'unknown', atMs: 10 }]);
    desk.hearing = true;
    // What changed meanwhile nobody told.
    expect(board.extensions()).toEqual([{ number: '551', state: 'unknown', atMs: 10 }]);
    state('551', 'in-use', 20);
    expect(board.extensions()).toEqual([{ number: '551', state: 'in-use', atMs: 20 }]);
    desk.owner = 'home';
    expect(board.extensions()).toEqual([]);
  });
});

describe('presence that gets old', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not known any more, with the moment when it was told, and is announced without an event', () => {
    vi.useFakeTimers();
    const { desk, board, state } = boardOf();
    const pass = (ms: number) => {
      desk.nowMs += ms;
      vi.advanceTimersByTime(ms);
      return desk.changes;
    };
    state('551', 'in-use', 1000);
    pass(60_000);
    state('552', 'idle', 61_000);
    const before = desk.changes;
    expect(pass(longestMs - 60_000)).toBe(before);
    expect(board.extensions().map((one) => one.state)).toEqual(['in-use', 'idle']);
    expect(pass(1)).toBe(before + 1);
    expect(board.extensions()).toEqual([
      { number: '551', state: 'unknown', atMs: 1000 },
      { number: '552', state: 'idle', atMs: 61_000 },
    ]);
    expect(pass(60_000)).toBe(before + 2);
    expect(board.extensions().map((one) => one.state)).toEqual(['unknown', 'unknown']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('holds for the pause in a queue too, and nothing is announced after the end', () => {
    vi.useFakeTimers();
    const { desk, board } = boardOf();
    board.accepted('901', true);
    desk.nowMs += longestMs + 1;
    expect(board.ownQueues()[0]).toMatchObject({ paused: null, atMs: 1000 });
    const before = desk.changes;
    board.stop();
    vi.advanceTimersByTime(2 * longestMs);
    expect(desk.changes).toBe(before);
  });
});

describe('the own phone', () => {
  it('is as the PBX said last, and another number is another phone', () => {
    const { desk, board, state } = boardOf();
    expect(board.ownPhone()).toBeNull();
    state('557', 'in-use', 10);
    state('551', 'idle', 20);
    state('557', 'ringing', 5);
    expect(board.ownPhone()).toBe('in-use');
    desk.agent = '551';
    expect(board.ownPhone()).toBe('idle');
  });

  it('is not known where no events come in, nor for ever', () => {
    const { desk, board, state } = boardOf();
    state('557', 'in-use', 10);
    desk.hearing = false;
    expect(board.ownPhone()).toBeNull();
    desk.hearing = true;
    expect(board.ownPhone()).toBeNull();
    state('557', 'unavailable', 1000);
    desk.nowMs = 1000 + 4 * 60 * 60 * 1000;
    expect(board.ownPhone()).toBe('unavailable');
    desk.nowMs += 1;
    expect(board.ownPhone()).toBeNull();
  });
});

describe('the own queues', () => {
  const paused = (board: ReturnType<typeof boardOf>['board']) => board.ownQueues().map((queue) => queue.paused);

  it('are neither paused nor not while nobody said so', () => {
    const { board, state } = boardOf();
    expect(paused(board)).toEqual([null, null]);
    state('557', 'idle', 10);
    state('551', 'paused', 10, '901');
    expect(paused(board)).toEqual([null, null]);
  });

  it('are all left by a pause that names none, which the switch ends: header and switch go by the same', () => {
    const { board, state } = boardOf();
    const shown = () => [ownWord(board.ownPhone(), board.ownQueues()), isAllPaused(board.ownQueues())];
    state('557', 'idle', 10, '901');
    state('557', 'paused', 20);
    expect(shown()).toEqual(['paused', true]);
    // A phone at rest that names no queue ends that pause, and none that was told of a queue.
    state('557', 'idle', 30);
    expect([shown(), paused(board)]).toEqual([
      ['idle', false],
      [null, null],
    ]);
    state('557', 'paused', 40, '901');
    state('557', 'idle', 50);
    expect([shown(), paused(board)]).toEqual([
      ['partly-paused', false],
      [true, null],
    ]);
  });

  it('say whether the agent is out of all: the phone is told as paused by one of them', () => {
    const { board, state } = boardOf();
    state('557', 'paused', 10, '901');
    expect(ownWord(board.ownPhone(), board.ownQueues())).toBe('partly-paused');
    state('557', 'paused', 11, '902');
    expect(ownWord(board.ownPhone(), board.ownQueues())).toBe('paused');
    expect(ownWord('in-use', board.ownQueues())).toBe('in-use');
    expect(ownWord('paused', [])).toBe('paused');
  });

  it('follow events, which name them by number or by name, and what the PBX accepted', () => {
    const { desk, board, state } = boardOf();
    state('557', 'paused', 10, '901');
    state('557', 'paused', 11, 'پشتیبانی');
    expect(paused(board)).toEqual([true, true]);
    state('557', 'in-use', 12, '901');
    expect(paused(board)).toEqual([true, true]);
    state('557', 'idle', 13, '901');
    expect(board.ownQueues()[0]).toEqual({ name: 'Sales', number: '901', paused: false, atMs: 13 });
    board.accepted('901', true);
    expect(board.ownQueues()[0]).toMatchObject({ paused: true, atMs: 1000 });
    desk.agent = '551';
    expect(paused(board)).toEqual([null, null]);
  });

  it('are left one by one: what the PBX refused stays as it was, and is said', async () => {
    const { board } = boardOf();
    const asked: string[] = [];
    const { pause } = createAgentPause({
      pbx: {
        pauseAgent: async (queue, agent) => {
          asked.push(`${queue} ${agent}`);
          return queue === '901' ? fail({ code: 'pbx-refused', message: 'no' }) : succeed(null);
        },
        resumeAgent: async () => succeed(null),
      },
      owner: () => 'office',
      agentNumber: () => '557',
      ownQueues: board.ownQueues,
      accepted: board.accepted,
      account: () => 'office',
      onRight: () => {},
      settled: () => {},
    });
    expect(await pause({ queue: null, paused: true })).toEqual({
      ok: false,
      error: { code: 'pbx-refused', message: 'no' },
    });
    expect(asked).toEqual(['901 557', '902 557']);
    expect(paused(board)).toEqual([null, true]);
    expect(await pause({ queue: '902', paused: false })).toEqual({ ok: true, value: {} });
    expect(paused(board)).toEqual([null, false]);
    expect(await pause({ queue: '999', paused: true })).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('are asked for once: a second wish while the first is under way gets its outcome, shown before the answer', async () => {
    const { board } = boardOf();
    for (const { number } of queues) board.accepted(number, true);
    const steps: string[] = [];
    const { pause } = createAgentPause({
      pbx: {
        pauseAgent: async (queue) => {
          steps.push(`pause ${queue}`);
          return succeed(null);
        },
        resumeAgent: async (queue) => {
          steps.push(`resume ${queue}`);
          return succeed(null);
        },
      },
      owner: () => 'office',
      agentNumber: () => '557',
      ownQueues: board.ownQueues,
      accepted: board.accepted,
      account: () => 'office',
      onRight: () => {},
      settled: () => steps.push(`shown ${paused(board).join(' ')}`),
    });
    const wish = async () => {
      await pause({ queue: null, paused: false });
      steps.push('answered');
    };
    await Promise.all([wish(), wish()]);
    expect(steps).toEqual(['resume 901', 'resume 902', 'shown false false', 'answered', 'answered']);
    await pause({ queue: null, paused: true });
    expect(steps.filter((step) => step.startsWith('pause'))).toEqual(['pause 901', 'pause 902']);
  });

  it('are offered until the PBX says that the account may not, and again once it may or is another', async () => {
    const desk = { account: 'first', denies: false };
    const changes: boolean[] = [];
    const answer = async () =>
      desk.denies
        ? fail({ code: 'pbx-access-denied', right: 'other', service: 'pbx/queues/pauseagent' } as const)
        : succeed(null);
    const { pause, permitted } = createAgentPause({
      pbx: { pauseAgent: answer, resumeAgent: answer },
      owner: () => 'office',
      agentNumber: () => '557',
      ownQueues: () => [{ name: 'Sales', number: '901', paused: null, atMs: null }],
      accepted: () => {},
      account: () => desk.account,
      onRight: () => changes.push(permitted()),
      settled: () => {},
    });
    const ask = () => pause({ queue: null, paused: true });
    expect(permitted()).toBe(true);
    desk.denies = true;
    await ask();
    await ask();
    expect(permitted()).toBe(false);
    desk.account = 'second';
    expect(permitted()).toBe(true);
    desk.account = 'first';
    desk.denies = false;
    await ask();
    expect(permitted()).toBe(true);
    expect(changes).toEqual([false, true]);
  });
});

it('the queues of one PBX are never left at another: a switch midway ends it', async () => {
  const { desk, board } = boardOf();
  const asked: string[] = [];
  const { pause } = createAgentPause({
    pbx: {
      pauseAgent: async (queue) => {
        asked.push(`${desk.owner} ${queue}`);
        desk.owner = 'branch';
        return succeed(null);
      },
      resumeAgent: async () => succeed(null),
    },
    owner: () => desk.owner,
    agentNumber: () => '557',
    ownQueues: board.ownQueues,
    accepted: board.accepted,
    account: () => desk.owner,
    onRight: () => {},
    settled: () => {},
  });
  await pause({ queue: null, paused: true });
  expect(asked).toEqual(['office 901']);
  expect(board.ownQueues().map((queue) => queue.paused)).toEqual([null, null]);
});

describe('trunks', () => {
  function trunksOf() {
    const desk = { owner: 'office', hearing: true, nowMs: 1000 };
    const board = createTrunkBoard({
      owner: () => desk.owner,
      hearing: () => desk.hearing,
      clock: () => desk.nowMs,
      onChange: () => {},
    });
    const told = (trunkName: string, state: TrunkState, atMs: number) =>
      board.heard(other({ kind: 'trunk-state', trunkName, state }), atMs);
    const listed = (...names: readonly string[]) =>
      board.listed(
        names.map((name) => ({ name: name.replace('!', ''), description: '', active: !name.endsWith('!') })),
      );
    return { desk, board, told, listed };
  }

  it('work or do not by an event alone; the list knows what is switched off and what is gone', () => {
    const { desk, board, told, listed } = trunksOf();
    listed('MCI', 'Shatel!');
    expect(board.trunks()).toEqual([
      { name: 'MCI', state: 'unknown', atMs: 1000 },
      { name: 'Shatel', state: 'deactivated', atMs: 1000 },
    ]);
    told('MCI', 'unavailable', 2000);
    told('Irancell', 'ok', 2000);
    desk.nowMs = 3000;
    listed('MCI', 'Shatel');
    expect(board.trunks()).toEqual([
      { name: 'MCI', state: 'unavailable', atMs: 2000 },
      { name: 'Shatel', state: 'unknown', atMs: 3000 },
      { name: 'Irancell', state: 'removed', atMs: 3000 },
    ]);
    told('MCI', 'ok', 1500);
    expect(board.state('MCI')).toBe('unavailable');
    expect(board.state('nobody')).toBeNull();
  });

  it('is lacking once the list was read without it, and never before or of another PBX', () => {
    const { desk, board, told, listed } = trunksOf();
    expect(board.lacks('HQ-TRUNK')).toBe(false);
    listed('MCI');
    expect([board.lacks('MCI'), board.lacks('HQ-TRUNK')]).toEqual([false, true]);
    told('HQ-TRUNK', 'ok', 2000);
    expect(board.lacks('HQ-TRUNK')).toBe(false);
    told('MCI', 'removed', 2000);
    expect(board.lacks('MCI')).toBe(true);
    desk.owner = 'branch';
    expect([board.lacks('MCI'), board.lacks('Nowhere')]).toEqual([false, false]);
  });

  it('that failed may work again where no events come in, or a shift later', () => {
    const { desk, board, told, listed } = trunksOf();
    listed('MCI', 'Shatel!');
    told('MCI', 'unavailable', 1000);
    desk.nowMs = 1001 + 4 * 60 * 60 * 1000;
    expect(board.state('MCI')).toBe('unknown');
    told('MCI', 'unavailable', desk.nowMs);
    expect(board.state('MCI')).toBe('unavailable');
    desk.hearing = false;
    expect([board.state('MCI'), board.state('Shatel')]).toEqual(['unknown', 'deactivated']);
    desk.hearing = true;
    expect(board.state('MCI')).toBe('unknown');
  });

  it('those of another PBX are not these', () => {
    const { desk, board, told } = trunksOf();
    told('MCI', 'ok', 10);
    desk.owner = 'home';
    expect([board.trunks(), board.state('MCI')]).toEqual([[], null]);
  });
});
