import { type ClipboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { longestNote } from '../../../shared/domain/after-call/work-limits.ts';
import { saveNotes, typeNote, useAfterCall } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './note-field.module.css';
import { useWork } from './use-work.ts';

const cx = bindClasses(styles);

export interface NoteFieldProps {
  readonly callId: string;
  /** How many lines it has at least; it grows with its text. */
  readonly lines?: number;
}

/** What is worth knowing of a call, saved as it is typed. */
export function NoteField({ callId, lines = 1 }: NoteFieldProps) {
  const { t, digits } = useWords();
  const { work, known } = useWork(callId);
  const draft = useAfterCall((store) => store.drafts.get(callId));
  const area = useRef<HTMLTextAreaElement>(null);
  const note = draft ?? work.note;
  /** Letters of the last paste that had no room. */
  const [dropped, setDropped] = useState(0);
  const countDropped = ({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = clipboardData.getData('text/plain').replaceAll('\r\n', '\n').length;
    const { value, selectionStart, selectionEnd } = currentTarget;
    const room = longestNote - value.length + (selectionEnd - selectionStart);
    setDropped(Math.max(0, pasted - room));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: as high as its text
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [note]);
  return (
    <div className={cx('field')}>
      <textarea
        ref={area}
        className={cx('note')}
        aria-label={t('afterCall.note')}
        placeholder={t('afterCall.notePlaceholder')}
        data-control="call-note"
        // Empty it has no direction of its own: the hint is read as the page is.
        dir={note === '' ? undefined : 'auto'}
        rows={lines}
        maxLength={longestNote}
        // Until it is known what stands there nothing may be written over it.
        readOnly={!known}
        value={note}
        onChange={(event) => typeNote(callId, event.target.value)}
        onPaste={countDropped}
        onBlur={saveNotes}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {note.length < longestNote ? null : (
        <span role="status" className={cx('full')}>
          {dropped === 0
            ? t('app.textLimit', { amount: digits(String(longestNote)) })
            : t('app.textDropped', { amount: digits(String(dropped)), most: digits(String(longestNote)) })}
        </span>
      )}
    </div>
  );
}
