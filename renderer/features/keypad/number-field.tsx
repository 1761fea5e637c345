import { Delete } from 'lucide-react';
import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import type { DiallingRules } from '../../../shared/domain/destination.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import type { HeldKeys } from '../../stores/dialling.ts';
import { clearNumber, deleteBefore, insertAt, insertPasted, useKeypad } from '../../stores/keypad.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEditingKeys } from './field-keys.ts';
import { KeyButton } from './key-button.tsx';
import styles from './number-field.module.css';
import { pastedNumber, pastedText } from './pasted-number.ts';
import { readChange, shownPlace, showTyped } from './shown-number.ts';
import { optionId } from './suggestions.tsx';
import type { TypedPlan } from './typed-plan.ts';
import { typedSelection } from './typed-selection.ts';
import type { SuggestionList } from './use-suggestion-list.ts';

const cx = bindClasses(styles);

export interface NumberFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly describedBy: string;
  readonly plan: TypedPlan;
  readonly rules: DiallingRules;
  readonly list: SuggestionList;
  readonly onFocused: (focused: boolean) => void;
  readonly onEnter: (keys: HeldKeys) => void;
  readonly onEscape: () => void;
}

/** The number is the hero: large, left to right in every language, grouped while it is typed, whatever script was typed or pasted. */
export function NumberField(props: NumberFieldProps) {
  const { inputRef, list } = props;
  const { t, style } = useWords();
  const isEditingKey = useEditingKeys();
  const text = useKeypad((store) => store.text);
  const caret = useKeypad((store) => store.caret);
  const shown = showTyped(text, style.digits);

  // With the change that moved it only: what is shown follows from the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the caret was moved, not when the text is drawn
  useLayoutEffect(() => {
    const place = shownPlace(text, shown, caret.at);
    inputRef.current?.setSelectionRange(place, place);
  }, [caret, inputRef]);

  const onChange = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const forward = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'deleteContentForward';
    const { value, selectionEnd } = currentTarget;
    const edit = readChange(text, shown, { shown: value, caret: selectionEnd ?? value.length, forward });
    insertAt(edit.start, edit.end, edit.inserted);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || isEditingKey(event)) return;
    const open = list.options.length > 0;
    const walked = list.walked === null ? undefined : list.options[list.walked];
    if (event.key === 'Enter') {
      event.preventDefault();
      // A held key repeats; one intent is one call. What the arrows have reached is put in, to be seen before it is called.
      if (event.repeat) return;
      const keys = { literal: event.altKey, anyway: event.ctrlKey || event.metaKey };
      if (walked === undefined) props.onEnter(keys);
      else list.choose(walked);
    } else if (event.key === 'Escape') {
      if (open) list.close();
      else props.onEscape();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      list.walk(event.key === 'ArrowDown' ? 1 : -1);
    }
  };

  const onCopy = (event: ClipboardEvent<HTMLInputElement>) => {
    const { start, end } = typedSelection(event.currentTarget);
    if (start === end) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toLatinDigits(text.slice(start, end)));
    if (event.type === 'cut') insertAt(start, end, '');
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const { start, end } = typedSelection(event.currentTarget);
    event.preventDefault();
    const put = pastedText(pasted, text.slice(0, start), text.slice(end));
    insertPasted(start, end, put, pastedNumber(pasted, props.rules));
  };

  const length = shown.length > 17 ? 'longest' : shown.length > 13 ? 'long' : 'short';
  return (
    <div className={cx('field')}>
      <input
        ref={inputRef}
        className={cx('input', length)}
        aria-label={t('keypad.numberLabel')}
        aria-describedby={props.describedBy}
        aria-invalid={props.plan.kind === 'invalid'}
        aria-autocomplete="list"
        aria-controls={list.options.length === 0 ? undefined : list.id}
        aria-activedescendant={list.walked === null ? undefined : optionId(list, list.walked)}
        type="text"
        inputMode="tel"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        maxLength={256}
        value={shown}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        onFocus={() => props.onFocused(true)}
        onBlur={() => props.onFocused(false)}
      />
      <EraseKey inputRef={inputRef} />
    </div>
  );
}

function EraseKey({ inputRef }: { readonly inputRef: NumberFieldProps['inputRef'] }) {
  const { t } = useWords();
  const empty = useKeypad((store) => store.text === '');
  return (
    <KeyButton
      look="erase"
      label={t('keypad.backspace')}
      hint={t('keypad.holdToClear')}
      hidden={empty}
      onPress={() => {
        const { start, end } = typedSelection(inputRef.current);
        deleteBefore(start, end);
      }}
      onHold={clearNumber}
    >
      <Icon of={Delete} size={20} />
    </KeyButton>
  );
}
