import { describe, expect, test } from 'vitest';
import { createWindowMemory } from '../../electron/storage/window-memory.ts';
import { memoryFile, silent } from '../support/settings-fakes.ts';

const place = { x: 10, y: -20, width: 400, height: 700, maximised: false };

describe('the memory of the window', () => {
  test('holds what it was told, also for the next start', () => {
    const file = memoryFile();
    const memory = createWindowMemory(file, silent);
    expect(memory.read()).toEqual({ place: null, compact: null, tab: 'keypad', toldOfTray: false });
    memory.remember({ place });
    memory.remember({ tab: 'history' });
    expect(createWindowMemory(file, silent).read()).toEqual({
      place,
      compact: null,
      tab: 'history',
      toldOfTray: false,
    });
  });

  test.each([
    [
      'a place without a size',
      { place: { ...place, width: 0 }, tab: 'history' },
      { place: null, compact: null, tab: 'history', toldOfTray: false },
    ],
    [
      'half a place',
      { place: { x: 1 }, tab: 'history' },
      { place: null, compact: null, tab: 'history', toldOfTray: false },
    ],
    [
      'words for numbers',
      { place: { ...place, x: 'left' } },
      { place: null, compact: null, tab: 'keypad', toldOfTray: false },
    ],
    ['a tab that is gone', { place, tab: 'fax' }, { place, compact: null, tab: 'keypad', toldOfTray: false }],
    ['nothing of ours', { a: 1 }, { place: null, compact: null, tab: 'keypad', toldOfTray: false }],
  ])('passes over %s', (_what, content, read) => {
    expect(createWindowMemory(memoryFile(content), silent).read()).toEqual(read);
  });

  test('keeps the place of the small window apart', () => {
    const file = memoryFile();
    createWindowMemory(file, silent).remember({ compact: place });
    expect(createWindowMemory(file, silent).read()).toEqual({
      place: null,
      compact: place,
      tab: 'keypad',
      toldOfTray: false,
    });
  });

  test('lasts for this run when the disk takes nothing', () => {
    const file = memoryFile();
    file.full = true;
    const memory = createWindowMemory(file, silent);
    memory.remember({ place });
    expect(memory.read().place).toEqual(place);
  });
});
