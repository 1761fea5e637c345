import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEventHandler,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import { typeIntoPalette } from '../../stores/quick-dial.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { listId, rowId } from './palette-rows.tsx';
import styles from './quick-dial.module.css';
import { readEdit, shownCaret, withoutMarks, withUprightNumbers } from './upright-numbers.ts';
import type { PaletteView } from './use-palette.ts';

const cx = bindClasses(styles);

export interface PaletteFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly palette: PaletteView;
  readonly onKeyDown: KeyboardEventHandler<HTMLInputElement>;
}

/** A name, a number or a text with numbers, each of which is shown as it is written, whatever stands around it. */
export function PaletteField({ inputRef, palette, onKeyDown }: PaletteFieldProps) {
  const { t } = useWords();
  const { text, at, entries, picker } = palette;
  const shown = withUprightNumbers(text);
  const caret = useRef<number | null>(null);

  // A value that is put in anew moves the caret to its end.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    const place = shownCaret(text, caret.current);
    inputRef.current?.setSelectionRange(place, place);
    caret.current = null;
  }, [text, inputRef]);

  const onChange = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const forward = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'deleteContentForward';
    const { value, selectionEnd } = currentTarget;
    const edit = readEdit(text, { shown: value, caret: selectionEnd ?? value.length, forward });
    if (withUprightNumbers(edit.text) !== value) caret.current = edit.caret;
    typeIntoPalette(edit.text);
  };

  const onCopy = (event: ClipboardEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
    if (start === end || shown === text) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', withoutMarks(value.slice(start, end)));
    if (event.type !== 'cut') return;
    caret.current = withoutMarks(value.slice(0, start)).length;
    typeIntoPalette(withoutMarks(value.slice(0, start) + value.slice(end)));
  };

  return (
    <input
      ref={inputRef}
      className={cx('input')}
      type="text"
      role="combobox"
      aria-label={t('quickDial.field')}
      aria-expanded={entries.length > 0}
      aria-controls={listId}
      aria-autocomplete="list"
      {...(at === null ? {} : { 'aria-activedescendant': rowId(at) })}
      dir={/\p{L}/u.test(text) ? 'auto' : text === '' ? undefined : 'ltr'}
      placeholder={t(picker ? 'quickDial.pick' : 'quickDial.placeholder')}
      spellCheck={false}
      autoComplete="off"
      maxLength={20_000}
      value={shown}
      onChange={onChange}
      onCopy={onCopy}
      onCut={onCopy}
      onKeyDown={onKeyDown}
    />
  );
}
