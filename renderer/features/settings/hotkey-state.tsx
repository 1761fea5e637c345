import { CircleAlert, CircleCheck, Keyboard, type LucideIcon, Pause, TriangleAlert } from 'lucide-react';
import { formatHotkey, type HotkeyAction, type HotkeyProblem, parseHotkey } from '../../../shared/hotkeys/hotkey.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useHotkeys } from '../../stores/hotkeys.ts';
import { isolated } from '../../text/isolated.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './hotkey-field.module.css';
import { hotkeyLine } from './hotkey-line.ts';
import { settingOf } from './settings-catalogue.ts';

const cx = bindClasses(styles);

/** What was pressed and not taken. */
export interface HotkeyRefusal {
  readonly hotkey: string;
  readonly why: HotkeyProblem | 'same';
  /** Who has it already. */
  readonly other: HotkeyAction | null;
}

/** Whether a hotkey is ours, in words: as the system answered, and as it was seen to arrive. */
export function HotkeyState({
  action,
  refused,
}: {
  readonly action: HotkeyAction;
  readonly refused: HotkeyRefusal | null;
}) {
  const { t } = useWords();
  const state = useSnapshot((snapshot) => snapshot.hotkeys.states[action]);
  const paused = useSnapshot((snapshot) => snapshot.hotkeys.paused);
  const stored = useSnapshot((snapshot) => snapshot.settings.hotkeys[action]);
  const mac = useSnapshot((snapshot) => snapshot.app.platform === 'darwin');
  const testing = useHotkeys((store) => store.busy?.action === action && store.busy.with === 'testing');
  const arrived = useHotkeys((store) => store.arrived === action);
  if (refused !== null) {
    const parsed = parseHotkey(refused.hotkey);
    const hotkey = parsed === null ? refused.hotkey : formatHotkey(parsed);
    const other = refused.other === null ? '' : t(settingOf(`hotkeys.${refused.other}`).label);
    return (
      <Line tone="bad" icon={CircleAlert}>
        {t(`settings.hotkeys.refused.${refused.why}`, { hotkey: isolated(hotkey), other })}
      </Line>
    );
  }
  if (stored === '') return null;
  if (testing) {
    return (
      <Line tone="wait" icon={Keyboard}>
        {t('settings.hotkeys.tryNow')}
      </Line>
    );
  }
  if (arrived) {
    return (
      <Line tone="good" icon={CircleCheck} lit>
        {t('settings.hotkeys.arrived')}
      </Line>
    );
  }
  if (paused) {
    return (
      <Line tone="wait" icon={Pause}>
        {t('settings.hotkeys.isPaused')}
      </Line>
    );
  }
  const line = hotkeyLine(state, stored, mac);
  if (line === null) return null;
  return (
    <Line tone={line.tone} icon={TriangleAlert}>
      {t(line.text, { hotkey: isolated(stored) })}
    </Line>
  );
}

function Line(props: {
  readonly tone: 'good' | 'wait' | 'bad';
  readonly icon: LucideIcon;
  readonly lit?: boolean;
  readonly children: string;
}) {
  return (
    <p role="status" className={cx('state', props.tone, props.lit === true && 'lit')}>
      <Icon of={props.icon} size={14} />
      <span>{props.children}</span>
    </p>
  );
}
