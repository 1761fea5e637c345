import { CalendarClock, Flag, StickyNote, Tag } from 'lucide-react';
import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import { noOutcome } from '../../../../shared/domain/after-call/work-rules.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useWhen } from '../../after-call/use-when.ts';
import { useOutcomeName } from '../../after-call/use-work.ts';
import { excerpt, textMarks } from '../../contacts/contact-marks.ts';
import styles from './work-line.module.css';

const cx = bindClasses(styles);

/** What the agent added to the call, in one line: outcome, follow-up, tags, and of the note what was found in it or its beginning. */
export function WorkLine({ work, query }: { readonly work: CallWork; readonly query: string }) {
  const { t } = useWords();
  const when = useWhen();
  const outcomeName = useOutcomeName();
  const now = useNow(60_000);
  const { note, outcome, tags, followUpAtMs, followUpDoneAtMs } = work;
  const due = followUpAtMs !== null && followUpDoneAtMs === null;
  // There may be room for the beginning of it only.
  const whole = [outcome === null || outcome === noOutcome ? '' : outcomeName(outcome), tags.join(', '), note.trim()];
  return (
    <span className={cx('work')} title={whole.filter((part) => part !== '').join('\n')}>
      {outcome === null || outcome === noOutcome ? null : (
        <span className={cx('outcome')}>
          <Icon of={Flag} size={14} />
          <bdi>{outcomeName(outcome)}</bdi>
        </span>
      )}
      {due ? (
        <span className={cx('follow', followUpAtMs <= now && 'due')} title={t('history.followUp')}>
          <Icon of={CalendarClock} size={14} />
          {when(followUpAtMs, now)}
        </span>
      ) : null}
      {tags.length === 0 ? null : (
        <span className={cx('tags')}>
          <Icon of={Tag} size={14} />
          <bdi>
            <MarkedText text={tags.join(', ')} marks={textMarks(tags.join(', '), query)} />
          </bdi>
        </span>
      )}
      {note.trim() === '' ? null : (
        <span className={cx('note')}>
          <Icon of={StickyNote} size={14} />
          <bdi>
            <MarkedText {...excerpt(note, query)} />
          </bdi>
        </span>
      )}
    </span>
  );
}
