import { describe, expect, test } from 'vitest';
import { acceleratorOf } from '../../shared/commands/accelerator.ts';
import { commandGroups, commandIds, commands, roleIds } from '../../shared/commands/commands.ts';
import { keyCaps, namedKeys } from '../../shared/commands/key-caps.ts';
import { isPressed, type PressedKey } from '../../shared/commands/key-press.ts';

const pressed = (code: string, key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const commandsFor = (event: PressedKey, mac = false) =>
  commands.filter(({ keys }) => keys.some((press) => isPressed(press, event, mac))).map(({ id }) => id);
const ctrl = { ctrlKey: true };

describe('the table of commands', () => {
  test('names every command once, in a group, with a key', () => {
    expect(commands.map(({ id }) => id).sort()).toEqual([...commandIds, ...roleIds].sort());
    for (const group of commandGroups) expect(commands.some((command) => command.group === group)).toBe(true);
    expect(commands.filter(({ keys }) => keys.length === 0)).toEqual([]);
  });

  test('gives no key to two commands, on any system', () => {
    for (const { id, keys } of commands) {
      for (const { code, primary, shift, alt, characters } of keys) {
        for (const mac of [false, true]) {
          const held = {
            shiftKey: shift === true,
            altKey: alt === true,
            ctrlKey: primary === true && !mac,
            metaKey: primary === true && mac,
          };
          expect(commandsFor(pressed(code, characters?.[0] ?? '', held), mac)).toEqual([id]);
        }
      }
    }
  });

  test('shows a key of every command in the menu', () => {
    expect(commands.filter(({ keys }) => acceleratorOf(keys) === null)).toEqual([]);
    expect(commands.map(({ keys }) => acceleratorOf(keys))).toEqual(
      expect.arrayContaining([
        'CmdOrCtrl+1',
        'CmdOrCtrl+,',
        'CmdOrCtrl+Shift+C',
        'CmdOrCtrl+Plus',
        'F1',
        'Esc',
        'Enter',
      ]),
    );
  });
});

describe('a key is known', () => {
  test('by its place where the layout writes another script', () => {
    expect(commandsFor(pressed('KeyK', 'ن', ctrl))).toEqual(['quick-dial']);
    expect(commandsFor(pressed('Comma', 'و', ctrl))).toEqual(['settings']);
    expect(commandsFor(pressed('Digit2', '۲', ctrl))).toEqual(['tab-contacts']);
    expect(commandsFor(pressed('Slash', '؟', { shiftKey: true }))).toEqual(['shortcuts']);
  });

  test('by its letter where the layout writes Latin ones elsewhere', () => {
    // Dvorak: what is printed t lies where others have k.
    expect(commandsFor(pressed('KeyK', 't', ctrl))).toEqual(['choose-trunk']);
    expect(commandsFor(pressed('KeyA', 'q', ctrl))).toEqual(['quit']);
    expect(commandsFor(pressed('Minus', '?', { shiftKey: true }))).toEqual(['shortcuts']);
    expect(commandsFor(pressed('BracketRight', '+', ctrl))).toEqual(['zoom-in']);
  });

  test('with exactly what is held beside it', () => {
    expect(commandsFor(pressed('KeyC', 'c', ctrl))).toEqual(['copy']);
    expect(commandsFor(pressed('KeyC', 'C', { ...ctrl, shiftKey: true }))).toEqual(['copy-number']);
    expect(commandsFor(pressed('KeyK', 'k'))).toEqual([]);
    expect(commandsFor(pressed('KeyK', 'k', { ...ctrl, altKey: true }))).toEqual([]);
    expect(commandsFor(pressed('KeyK', 'k', { metaKey: true }))).toEqual([]);
    expect(commandsFor(pressed('KeyK', 'k', { metaKey: true }), true)).toEqual(['quick-dial']);
    expect(commandsFor(pressed('Slash', '/'))).toEqual([]);
  });
});

describe('keys are shown', () => {
  const caps = (id: string, mac = false) =>
    namedKeys(commands.find((command) => command.id === id)?.keys ?? []).map((press) => keyCaps(press, mac).join(' '));

  test('as they are printed, in the order of the system', () => {
    expect(caps('copy-number')).toEqual(['Ctrl Shift C']);
    expect(caps('copy-number', true)).toEqual(['⇧ ⌘ C']);
    expect(caps('zoom-in')).toEqual(['Ctrl +']);
    expect(caps('tab-keypad')).toEqual(['Ctrl 1']);
    expect(caps('call')).toEqual(['Enter']);
    expect(caps('shortcuts')).toEqual(['?', 'F1']);
  });
});
