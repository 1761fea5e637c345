import type { KeyPress } from './key-press.ts';

const named: Readonly<Record<string, string>> = {
  Comma: ',',
  Equal: 'Plus',
  Minus: '-',
  Escape: 'Esc',
  Enter: 'Enter',
};

/** A key in the words of the system's menu, e.g. `CmdOrCtrl+Shift+C`: the first that can be said in them. */
export function acceleratorOf(keys: readonly KeyPress[]): string | null {
  for (const press of keys) {
    const key = keyName(press.code);
    if (key !== null) {
      const held = { CmdOrCtrl: press.primary, Alt: press.alt, Shift: press.shift };
      return [...Object.entries(held).map(([name, wanted]) => (wanted === true ? name : '')), key]
        .filter((part) => part !== '')
        .join('+');
    }
  }
  return null;
}

function keyName(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit([0-9])|(F[0-9]{1,2}))$/.exec(code);
  return plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? named[code] ?? null;
}
