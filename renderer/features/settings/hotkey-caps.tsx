import { type Hotkey, type Modifier, modifiers } from '../../../shared/hotkeys/hotkey.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './hotkey-field.module.css';

const cx = bindClasses(styles);
const onMac: Readonly<Record<Modifier, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘' };
const named: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** A hotkey as it is printed on the keys. */
export function HotkeyCaps({ hotkey }: { readonly hotkey: Hotkey }) {
  const platform = useSnapshot((state) => state.app.platform);
  const name = (modifier: Modifier) => {
    if (platform === 'darwin') return onMac[modifier];
    return modifier === 'Super' && platform === 'win32' ? 'Win' : modifier;
  };
  const held = modifiers.filter((modifier) => hotkey.held.includes(modifier));
  const key = named[hotkey.key] ?? hotkey.key.replace(/^num/, 'Num ');
  return (
    <bdi dir="ltr" className={cx('caps')}>
      {[...held.map(name), key].map((cap) => (
        <KeyCap key={cap}>{cap}</KeyCap>
      ))}
    </bdi>
  );
}
