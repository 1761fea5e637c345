import { expect, it } from 'vitest';
import { isWayland } from '../../electron/shell/wayland.ts';
import { hotkeyLine } from '../../renderer/features/settings/hotkey-line.ts';

it('says nothing of a hotkey that works, and of another what keeps it from working', () => {
  expect(hotkeyLine('none', '', false)).toBeNull();
  expect(hotkeyLine('on', 'Ctrl+Alt+D', false)).toBeNull();
  expect(hotkeyLine('unsure', 'Ctrl+Alt+D', false)).toEqual({ tone: 'wait', text: 'settings.hotkeys.unsure' });
  expect(hotkeyLine('withheld', 'Ctrl+Alt+D', false)).toEqual({ tone: 'bad', text: 'settings.hotkeys.withheld' });
  expect(hotkeyLine('taken', 'Ctrl+Alt+D', false)).toEqual({ tone: 'bad', text: 'settings.hotkeys.taken' });
});

it('does not blame another program for what this system itself forbids', () => {
  expect(hotkeyLine('harmful', 'Alt+F4', false)?.text).toBe('settings.hotkeys.refused.used-by-system');
  expect(hotkeyLine('harmful', 'Super+J', true)?.text).toBe('settings.hotkeys.refused.used-by-programs');
});

it('knows Wayland by what the session says of itself, else by its display', () => {
  expect(isWayland('linux', { XDG_SESSION_TYPE: 'wayland' })).toBe(true);
  expect(isWayland('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(isWayland('linux', { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
  expect(isWayland('linux', { DISPLAY: ':0' })).toBe(false);
  expect(isWayland('darwin', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
});
