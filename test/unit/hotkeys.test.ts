import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionWith,
  electronAccelerator,
  formatHotkey,
  hotkeyProblem,
  hotkeyTextProblem,
  modifiers,
  parseHotkey,
} from '../../shared/hotkeys/hotkey.ts';
import { heldModifiers, type RecordedKey, recordHotkey } from '../../shared/hotkeys/record-hotkey.ts';
import { hotkeySettingsSchema } from '../../shared/settings/schema.ts';
import { assertAlways } from '../support/properties.ts';

const keys = fc.constantFrom('A', 'D', 'Z', '0', '9', 'F1', 'F12', 'F24', 'num0', 'Up', 'PageDown', 'Space', 'Delete');
const hotkeys = fc.record({ held: fc.subarray([...modifiers]), key: keys });

describe('the grammar of hotkeys', () => {
  it('reads what it writes, in any order of what is held', () => {
    assertAlways(
      fc.property(hotkeys, (hotkey) => {
        expect(parseHotkey(formatHotkey(hotkey))).toEqual(hotkey);
        expect(
          parseHotkey([...hotkey.held].reverse().concat().join('+') + (hotkey.held.length > 0 ? '+' : '') + hotkey.key),
        ).toEqual(hotkey);
      }),
    );
  });

  // Electron takes the first for a plain Q, and the others as they stand.
  it.each([
    'NotAKey+Q',
    'Ctrl+Ctrl+Q',
    'Ctrl+NotAKey',
    'Ctrl+',
    '+',
    '',
    'ctrl+q',
    'Ctrl+é',
    'Ctrl+F25',
    'Ctrl+constructor',
    'Ctrl+QQ',
  ])('takes %j for none', (text) => expect(parseHotkey(text)).toBeNull());

  it('never lets a key go by without Ctrl, Alt or Super', () => {
    assertAlways(
      fc.property(hotkeys, fc.boolean(), (hotkey, mac) => {
        if (hotkeyProblem(hotkey, mac) !== null) return;
        expect(hotkey.held.some((modifier) => modifier !== 'Shift')).toBe(true);
      }),
    );
  });

  it.each([
    ['D', 'plain-key'],
    ['Shift+F5', 'plain-key'],
    ['F5', 'plain-key'],
    ['Ctrl+C', 'used-by-programs'],
    ['Ctrl+V', 'used-by-programs'],
    ['Ctrl+X', 'used-by-programs'],
    ['Ctrl+A', 'used-by-programs'],
    ['Ctrl+Z', 'used-by-programs'],
    ['Ctrl+D', 'used-by-programs'],
    ['Ctrl+1', 'used-by-programs'],
    ['Ctrl+Left', 'used-by-programs'],
    ['Ctrl+Shift+V', 'used-by-programs'],
    ['Alt+F', 'used-by-programs'],
    ['Alt+Left', 'used-by-programs'],
    ['Alt+F4', 'used-by-system'],
    ['Ctrl+Alt+Delete', 'used-by-system'],
    ['Ctrl+Alt+F2', 'used-by-system'],
    ['Super+L', 'used-by-system'],
    ['Ctrl+F5', 'used-by-programs'],
    ['Ctrl+F4', 'used-by-programs'],
    ['Ctrl+Shift+F5', 'used-by-programs'],
    ['Ctrl+Alt+Shift+F12', 'used-by-system'],
    ['Ctrl+Shift+F9', null],
    ['Ctrl+Q+W', 'unreadable'],
    ['', null],
    ['Ctrl+Alt+D', null],
    ['Ctrl+Alt+C', null],
    ['Ctrl+Shift+D', null],
    ['Ctrl+F8', null],
    ['Alt+F', 'used-by-programs'],
    ['Alt+Shift+F', null],
    ['Super+K', null],
    ['Ctrl+Alt+num5', null],
  ])('%j on Windows and Linux: %j', (text, problem) => {
    expect(hotkeyTextProblem(text, false)).toBe(problem);
  });

  it('knows what programs of macOS use', () => {
    expect(hotkeyTextProblem('Super+C', true)).toBe('used-by-programs');
    expect(hotkeyTextProblem('Ctrl+Alt+D', true)).toBeNull();
  });

  it.each(['Ctrl+C', 'Ctrl+V', 'Alt+F', 'Shift+F5', 'D', 'Alt+Ctrl+D'])('%j is no setting', (redial) => {
    expect(hotkeySettingsSchema.shape.redial.safeParse(redial).success).toBe(false);
  });

  it.each(['', 'Ctrl+Alt+D', 'Super+C', 'Ctrl+Alt+Up'])('%j is a setting, on one system at least', (redial) => {
    expect(hotkeySettingsSchema.shape.redial.safeParse(redial).success).toBe(true);
  });

  it('finds the action that has the same one', () => {
    const mine = { quickDial: 'Ctrl+Alt+D', dialSelection: 'Ctrl+Alt+C', redial: '', showCall: '' };
    expect(actionWith('Ctrl+Alt+D', mine, 'redial')).toBe('quickDial');
    expect(actionWith('Ctrl+Alt+D', mine, 'quickDial')).toBeNull();
    expect(actionWith('', mine, 'quickDial')).toBeNull();
  });

  it('says it in the words of Electron', () => {
    expect(electronAccelerator({ held: ['Ctrl', 'Alt'], key: 'D' })).toBe('Control+Alt+D');
    expect(electronAccelerator({ held: ['Super'], key: 'num5' })).toBe('Super+num5');
  });
});

const pressed = (code: string, key: string, ...held: readonly ('ctrl' | 'alt' | 'shift' | 'meta')[]): RecordedKey => ({
  code,
  key,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});
const recorded = (event: RecordedKey) => {
  const hotkey = recordHotkey(event);
  return hotkey === null || hotkey === 'unknown' ? hotkey : formatHotkey(hotkey);
};

describe('a pressed hotkey', () => {
  it.each([
    ['Ctrl+Alt+D', pressed('KeyD', 'd', 'alt', 'ctrl')],
    ['Ctrl+Alt+D', pressed('KeyD', 'ی', 'ctrl', 'alt')],
    // On a French keyboard A is where others have Q.
    ['Ctrl+Alt+A', pressed('KeyQ', 'a', 'ctrl', 'alt')],
    ['Ctrl+Shift+7', pressed('Digit7', '/', 'ctrl', 'shift')],
    ['Ctrl+Alt+num7', pressed('Numpad7', '7', 'ctrl', 'alt')],
    ['Super+Up', pressed('ArrowUp', 'ArrowUp', 'meta')],
    ['Ctrl+Space', pressed('Space', ' ', 'ctrl')],
    [null, pressed('ControlLeft', 'Control', 'ctrl')],
    [null, pressed('AltRight', 'AltGraph', 'ctrl', 'alt')],
    ['unknown', pressed('Slash', '/', 'ctrl', 'alt')],
    ['unknown', pressed('Enter', 'Enter', 'ctrl')],
  ])('%j', (written, event) => expect(recorded(event)).toBe(written));

  it('shows what is held before the key comes', () => {
    expect(heldModifiers(pressed('AltLeft', 'Alt', 'ctrl', 'alt', 'meta'))).toEqual(['Ctrl', 'Alt', 'Super']);
  });
});
