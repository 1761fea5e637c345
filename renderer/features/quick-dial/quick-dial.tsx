import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { readPresence } from '../../stores/presence.ts';
import { closePalette } from '../../stores/quick-dial.ts';
import { showMainWindow } from '../../stores/window.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { enterStep } from './palette-enter.ts';
import { PaletteField } from './palette-field.tsx';
import { PaletteFoot } from './palette-foot.tsx';
import { entryOfKey } from './palette-list.ts';
import { PaletteList } from './palette-rows.tsx';
import styles from './quick-dial.module.css';
import { TrunkChip } from './trunk-chip.tsx';
import { useDirectCall } from './use-direct-call.ts';
import { usePalette } from './use-palette.ts';

const cx = bindClasses(styles);

/** The whole page of the palette: one field, what can be called from it, and what Enter will do. */
export function QuickDial() {
  const { t } = useWords();
  const palette = usePalette();
  const direct = useDirectCall(palette);
  const input = useRef<HTMLInputElement>(null);
  useFocus(input);
  // This window is not told of changes: it lives for seconds, hidden for hours.
  const { serial } = palette.opening;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening is the reason to ask
  useEffect(() => void readPresence(), [serial]);
  useEffect(() => {
    document.title = t('quickDial.title');
  }, [t]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const chosenByKey = entryOfKey(event, { plain: palette.plainDigits, count: palette.entries.length });
    if (event.key === 'Enter') {
      const step = enterStep(palette, event.repeat);
      if (step.do !== 'nothing') direct.stop();
      if (step.do === 'choose-first') palette.choose(0);
      if (step.do === 'call')
        palette.call(step.entry, { literal: event.altKey, anyway: event.ctrlKey || event.metaKey });
    } else if (event.key === 'Escape') {
      if (direct.running) direct.stop();
      else closePalette();
    } else if (event.key === 'ArrowDown') palette.walk(1);
    else if (event.key === 'ArrowUp') palette.walk(-1);
    else if (event.key === 'Tab') palette.turnTrunk(event.shiftKey ? -1 : 1);
    else if (event.code === 'KeyO' && (event.ctrlKey || event.metaKey)) openMain();
    else if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) closePalette();
    else if (chosenByKey !== null) palette.choose(chosenByKey);
    else return;
    event.preventDefault();
  };

  return (
    <main className={cx('palette')}>
      <VisuallyHidden>
        <h1>{t('quickDial.title')}</h1>
      </VisuallyHidden>
      <div className={cx('head')}>
        <Icon of={Search} size={20} />
        <PaletteField inputRef={input} palette={palette} onKeyDown={onKeyDown} />
        <TrunkChip name={palette.trunk} onTurn={() => palette.turnTrunk(1)} />
      </div>
      <PaletteList palette={palette} />
      <PaletteFoot palette={palette} direct={direct} onOpenMain={openMain} />
    </main>
  );
}

function openMain(): void {
  showMainWindow();
  closePalette();
}

/** The field has the focus whenever the window has it. */
function useFocus(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const takeFocus = () => input.current?.focus();
    takeFocus();
    window.addEventListener('focus', takeFocus);
    window.addEventListener('pointerup', takeFocus);
    return () => {
      window.removeEventListener('focus', takeFocus);
      window.removeEventListener('pointerup', takeFocus);
    };
  }, [input]);
}
