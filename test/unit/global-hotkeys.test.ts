import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ globalShortcut: {} }));

import { createGlobalHotkeys, type Hotkeys } from '../../electron/shell/global-hotkeys.ts';

const chosen: Hotkeys = { quickDial: 'Ctrl+Alt+D', dialSelection: 'Ctrl+Alt+C', redial: '', showCall: '' };

describe('global hotkeys', () => {
  let held: Map<string, () => void>;
  let others: Set<string>;
  let events: string[];
  let locked: boolean;
  const create = (wayland = false) =>
    createGlobalHotkeys({
      platform: 'linux',
      wayland,
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
      onRest: () => events.push('rested'),
    });

  beforeEach(() => {
    held = new Map();
    others = new Set();
    events = [];
    locked = false;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
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
    expect(hotkeys.read().states).toMatchObject({ redial: 'harmful', showCall: 'harmful' });
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
    vi.advanceTimersByTime(900);
    held.get('Control+Alt+D')?.();
    expect(events).toEqual(['fired quickDial', 'run quickDial']);
    hotkeys.stop();
  });

  it('takes what another program had as soon as it is free, and tells of nothing before', () => {
    others.add('Control+Alt+D');
    const hotkeys = create();
    hotkeys.apply(chosen);
    events = [];
    vi.advanceTimersByTime(60_000);
    expect(events).toEqual([]);
    others.clear();
    vi.advanceTimersByTime(10_000);
    expect(hotkeys.read().states).toMatchObject({ quickDial: 'on' });
    expect(events).toEqual(['changed']);
    expect(vi.getTimerCount()).toBe(0);
    others.add('Control+F8');
    hotkeys.apply({ ...chosen, redial: 'Ctrl+F8' });
    others.clear();
    // Whoever comes to the window does not wait.
    hotkeys.tryAgain();
    expect(hotkeys.read().states).toMatchObject({ redial: 'on' });
    hotkeys.stop();
  });

  it('does not ask Wayland again and again', () => {
    others.add('Control+Alt+D');
    const hotkeys = create(true);
    hotkeys.apply(chosen);
    others.clear();
    vi.advanceTimersByTime(60_000);
    hotkeys.tryAgain();
    expect(hotkeys.read().states).toMatchObject({ quickDial: 'withheld' });
  });

  it('says of Wayland what cannot be known there: whether a key arrives, and who has one that was not given', () => {
    others.add('Control+Alt+D');
    const hotkeys = create(true);
    hotkeys.apply({ ...chosen, redial: 'Ctrl+Alt+C', showCall: 'Ctrl+C' });
    expect(hotkeys.read().states).toEqual({
      quickDial: 'withheld',
      dialSelection: 'unsure',
      redial: 'same',
      showCall: 'harmful',
    });
    hotkeys.stop();
    expect(held.size).toBe(0);
  });

  it('follows a key that is held down once, however long, and the next press at once', () => {
    const hotkeys = create();
    hotkeys.apply(chosen);
    events = [];
    const quickDial = held.get('Control+Alt+D');
    quickDial?.();
    expect(events).toEqual(['fired quickDial', 'run quickDial']);
    // A busy desktop hands over the first repetition late.
    vi.advanceTimersByTime(850);
    for (let repeat = 0; repeat < 100; repeat += 1) {
      quickDial?.();
      vi.advanceTimersByTime(40);
    }
    expect(events).toHaveLength(2);
    // Another one is another press.
    held.get('Control+Alt+C')?.();
    expect(events.at(-1)).toBe('run dialSelection');
    vi.advanceTimersByTime(660);
    quickDial?.();
    expect(events.slice(-2)).toEqual(['fired quickDial', 'run quickDial']);
  });

  it('does not follow the keys that were recorded while they are still held', () => {
    const hotkeys = create();
    hotkeys.apply(chosen);
    hotkeys.listen('recording');
    vi.advanceTimersByTime(5000);
    hotkeys.listen('usual');
    hotkeys.apply({ ...chosen, quickDial: 'Ctrl+F8' });
    events = [];
    vi.advanceTimersByTime(660);
    held.get('Control+F8')?.();
    expect(events).toEqual([]);
    held.get('Control+Alt+C')?.();
    expect(events).toEqual(['fired dialSelection', 'run dialSelection']);
    vi.advanceTimersByTime(900);
    held.get('Control+F8')?.();
    expect(events.at(-1)).toBe('run quickDial');
  });

  it('comes back by itself when the page that records is gone', () => {
    const hotkeys = create();
    hotkeys.apply(chosen);
    hotkeys.listen('recording');
    vi.advanceTimersByTime(59_000);
    expect(events).not.toContain('rested');
    vi.advanceTimersByTime(61_000);
    expect(held.size).toBe(2);
    // A page that is still there follows.
    expect(events.at(-1)).toBe('rested');
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
