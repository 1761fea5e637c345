import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, test } from 'vitest';
import { createWindows } from '../../electron/shell/windows.ts';

function windowWith(id: number) {
  const emitter = new EventEmitter();
  let destroyed = false;
  const window = Object.assign(emitter, { isDestroyed: () => destroyed, webContents: { id } });
  const destroy = () => {
    destroyed = true;
  };
  const close = () => {
    destroy();
    emitter.emit('closed');
  };
  return { window: window as unknown as BrowserWindow, destroy, close };
}

describe('our windows', () => {
  test('are known by name, and their pages by id', () => {
    const windows = createWindows();
    expect(windows.contentsIds()).toEqual(new Set());
    const main = windowWith(1);
    const compact = windowWith(2);
    windows.add('main', main.window);
    windows.add('compact', compact.window);
    expect(windows.get('main')).toBe(main.window);
    expect(windows.contentsIds()).toEqual(new Set([1, 2]));
    expect(windows.contentsIds(['main'])).toEqual(new Set([1]));
  });

  test('are forgotten when they close, and a page of a window that is being destroyed is told nothing', () => {
    const windows = createWindows();
    const main = windowWith(1);
    const compact = windowWith(2);
    windows.add('main', main.window);
    windows.add('compact', compact.window);
    compact.close();
    expect(windows.get('compact')).toBeNull();
    expect(windows.contentsIds()).toEqual(new Set([1]));
    main.destroy();
    expect(windows.contents()).toEqual([]);
  });

  test('the end of an older window does not forget the newer one of its name', () => {
    const windows = createWindows();
    const older = windowWith(1);
    const newer = windowWith(2);
    windows.add('compact', older.window);
    windows.add('compact', newer.window);
    older.close();
    expect(windows.get('compact')).toBe(newer.window);
  });
});
