import { Keyboard, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import {
  actionWith,
  formatHotkey,
  type HotkeyAction,
  hotkeyProblem,
  parseHotkey,
} from '../../../shared/hotkeys/hotkey.ts';
import { heldModifiers, recordHotkey } from '../../../shared/hotkeys/record-hotkey.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { recordHotkeyFor, rest, tryHotkey, useHotkeys } from '../../stores/hotkeys.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { HotkeyCaps } from './hotkey-caps.tsx';
import styles from './hotkey-field.module.css';
import { type HotkeyRefusal, HotkeyState } from './hotkey-state.tsx';

const cx = bindClasses(styles);

export interface HotkeyFieldProps {
  readonly label: string;
  readonly help: string;
  readonly action: HotkeyAction;
  readonly onSave: (hotkey: string) => void;
}

/** One global hotkey: recorded by pressing it, tried out, taken away; what is wrong with it stands below. */
export function HotkeyField({ label, help, action, onSave }: HotkeyFieldProps) {
  const { t } = useWords();
  const labelId = useId();
  const helpId = useId();
  const hotkeys = useSnapshot((state) => state.settings.hotkeys);
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  const state = useSnapshot((snapshot) => snapshot.hotkeys.states[action]);
  const busy = useHotkeys((store) => (store.busy?.action === action ? store.busy.with : null));
  const [refused, setRefused] = useState<HotkeyRefusal | null>(null);
  const hotkey = parseHotkey(hotkeys[action]);

  const take = (text: string) => {
    const other = actionWith(text, hotkeys, action);
    const parsed = parseHotkey(text);
    const problem = parsed === null ? ('unreadable' as const) : hotkeyProblem(parsed, mac);
    rest();
    if (other !== null) setRefused({ hotkey: text, why: 'same', other });
    else if (problem !== null) setRefused({ hotkey: text, why: problem, other: null });
    else {
      setRefused(null);
      onSave(text);
    }
  };
  const record = () => {
    setRefused(null);
    recordHotkeyFor(action);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a setting like the others, without the looks of a fieldset
    <div role="group" aria-labelledby={labelId} aria-describedby={helpId} className={cx('field')}>
      <span id={labelId} className={cx('label')}>
        {label}
      </span>
      <div className={cx('row')}>
        {busy === 'recording' ? (
          <Recorder label={t('settings.hotkeys.recorder', { action: label })} onTake={take} />
        ) : (
          <span className={cx('value', hotkey === null && 'empty')}>
            {hotkey === null ? t('settings.hotkeys.none') : <HotkeyCaps hotkey={hotkey} />}
            {hotkey === null ? null : (
              <span className={cx('clear')}>
                <IconButton
                  aria-label={t('settings.hotkeys.clear', { action: label })}
                  onPress={() => {
                    setRefused(null);
                    onSave('');
                  }}
                >
                  <Icon of={X} size={14} />
                </IconButton>
              </span>
            )}
          </span>
        )}
        {busy === 'recording' ? (
          // Pressed, it must not take the focus from the recorder, which would then be left before the button is released.
          <Button key="cancel" preventFocusOnPress onPress={rest}>
            {t('settings.reset.cancel')}
          </Button>
        ) : (
          <Button key="record" onPress={record}>
            <Icon of={Keyboard} />
            {t('settings.hotkeys.record')}
          </Button>
        )}
        {hotkey === null || busy === 'recording' ? null : (
          <Button
            isDisabled={state !== 'on' && state !== 'unsure'}
            onPress={() => (busy === 'testing' ? rest() : tryHotkey(action))}
          >
            {t(busy === 'testing' ? 'settings.reset.cancel' : 'settings.hotkeys.try')}
          </Button>
        )}
      </div>
      <p id={helpId} className={cx('help')}>
        {help}
      </p>
      <HotkeyState action={action} refused={refused} />
    </div>
  );
}

/** Takes every key while it has the focus; leaving it takes nothing. */
function Recorder({ label, onTake }: { readonly label: string; readonly onTake: (hotkey: string) => void }) {
  const { t } = useWords();
  const [held, setHeld] = useState('');
  const show = (event: KeyboardEvent) => {
    const names = heldModifiers(event).join('+');
    setHeld(names === '' ? '' : `${names}+`);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the button that was pressed gave its place to it
      autoFocus
      readOnly
      data-records-keys
      dir={held === '' ? undefined : 'ltr'}
      className={cx('value', 'recording')}
      aria-label={label}
      value={held === '' ? t('settings.hotkeys.pressNow') : held}
      onBlur={rest}
      onKeyUp={show}
      onKeyDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') {
          rest();
          return;
        }
        const hotkey = recordHotkey(event);
        if (hotkey === null) show(event);
        else onTake(hotkey === 'unknown' ? event.key : formatHotkey(hotkey));
      }}
    />
  );
}
