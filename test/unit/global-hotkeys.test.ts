import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ globalShortcut: {} }));

import { createGlobalHotkeys, type Hotkeys } from '../../electron/shell/global-hotkeys.ts';

const chosen: Hotkeys = { quickDial: 'Ctrl+Alt+D', dialSelection: 'Ctrl+Alt+C', redial: '', showCall: '' };

describe('global hotkeys', () => {
  let held: Map<string, () => void>;
  let others: Set<string>;
  let events: string[];
  let locked: boolean;
  const create = () =>
    createGlobalHotkeys({
      platform: 'linux',
      registrar: {
        register(accelerator, callback) {
          if (accelerator === 'Super+Up') throw new TypeError('conversion failure');
          if (others.has(accelerator) || held.has(accelerator)) return false;
          held.set(accelerator, callback);
          return true;
        },
        unregister: (accelerator) => void held.delete(accelerator),
      },
      isLocked: () => locked,
      run: (action) => events.push(`run ${action}`),
      onFired: (action) => events.push(`fired ${action}`),
      onChange: () => events.push('changed'),
    });

  beforeEach(() => {
    held = new Map();
    others = new Set();
    events = [];
    locked = false;
  });

  it('takes what is chosen and lets go of what was', () => {
    const hotkeys = create();
    hotkeys.apply(chosen);
    expect([...held.keys()]).toEqual(['Control+Alt+D', 'Control+Alt+C']);
    hotkeys.apply({ ...chosen, quickDial: 'Ctrl+F8' });
    expect([...held.keys()].sort()).toEqual(['Control+Alt+C', 'Control+F8']);
    hotkeys.apply({ ...chosen, quickDial: 'Ctrl+F8' });
    expect(events).toEqual(['changed', 'changed']);
    hotkeys.stop();
    expect(held.size).toBe(0);
  });

  it('never takes what other programs or the system need', () => {
    const hotkeys = create();
    hotkeys.apply({ ...chosen, redial: 'Ctrl+C', showCall: 'Alt+F4' });
    expect([...held.keys()]).toEqual(['Control+Alt+D', 'Control+Alt+C']);
    expect(hotkeys.read().states).toMatchObject({ redial: 'taken', showCall: 'taken' });
  });

  it('tells what another program has, what is there twice, and what the system does not even take', () => {
    others.add('Control+Alt+D');
    const hotkeys = create();
    hotkeys.apply({ ...chosen, redial: 'Ctrl+Alt+C', showCall: 'Super+Up' });
    expect(hotkeys.read().states).toEqual({
      quickDial: 'taken',
      dialSelection: 'on',
      redial: 'same',
      showCall: 'taken',
    });
  });

  it('gives everything back while a key is recorded, and only tells of it while one is tried out', () => {
    const hotkeys = create();
    hotkeys.apply(chosen);
    hotkeys.listen('recording');
    expect(held.size).toBe(0);
    expect(hotkeys.read().states).toMatchObject({ quickDial: 'on' });
    hotkeys.listen('testing');
    events = [];
    held.get('Control+Alt+D')?.();
    expect(events).toEqual(['fired quickDial']);
    hotkeys.listen('usual');
    events = [];
    held.get('Control+Alt+D')?.();
    expect(events).toEqual(['fired quickDial', 'run quickDial']);
    hotkeys.stop();
  });

  it('comes back by itself when the page that records is gone', () => {
    vi.useFakeTimers();
    const hotkeys = create();
    hotkeys.apply(chosen);
    hotkeys.listen('recording');
    vi.advanceTimersByTime(120_000);
    expect(held.size).toBe(2);
    vi.useRealTimers();
  });

  it('does nothing while it is paused or the screen is locked', () => {
    const hotkeys = create();
    hotkeys.apply(chosen);
    locked = true;
    events = [];
    held.get('Control+Alt+D')?.();
    expect(events).toEqual([]);
    hotkeys.pause(true);
    expect([held.size, hotkeys.read()]).toEqual([
      0,
      { paused: true, states: { quickDial: 'none', dialSelection: 'none', redial: 'none', showCall: 'none' } },
    ]);
    hotkeys.pause(false);
    expect(held.size).toBe(2);
  });
});
