import type { ReactNode } from 'react';
import { giveOutcome, useAfterCall } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './call-work-editor.module.css';
import { FollowUpField } from './follow-up-field.tsx';
import { NoteField } from './note-field.tsx';
import { OutcomeChoices } from './outcome-choices.tsx';
import { TagsField } from './tags-field.tsx';
import { useOutcomes, useWork } from './use-work.ts';

const cx = bindClasses(styles);

/** Everything an agent adds to a call, each part below its name: note, outcome, tags, follow-up. It reads and saves by itself. */
export function CallWorkEditor({ callId }: { readonly callId: string }) {
  const { t } = useWords();
  const { work } = useWork(callId);
  const outcomes = useOutcomes();
  return (
    <div className={cx('editor')}>
      <Part name={t('afterCall.note')}>
        <NoteField callId={callId} lines={2} />
      </Part>
      {outcomes.length === 0 && !work.outcome ? null : (
        <Part name={t('afterCall.outcome')}>
          <OutcomeChoices
            value={work.outcome}
            withNone={work.awaitsOutcome || work.outcome !== null}
            onChoose={(code) => void giveOutcome(callId, code)}
          />
        </Part>
      )}
      <Part name={t('afterCall.tags')}>
        <TagsField callId={callId} tags={work.tags} />
      </Part>
      <Part name={t('afterCall.followUp')}>
        <FollowUpField callId={callId} work={work} />
      </Part>
      <WorkProblem callId={callId} />
    </div>
  );
}

/** What was not saved, and why; a note stays in its field and is tried again. */
export function WorkProblem({ callId }: { readonly callId: string }) {
  const problem = useAfterCall((store) => (store.problem?.callId === callId ? store.problem.error : null));
  return problem === null ? null : <ErrorNote error={problem} />;
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={cx('part')}>
      <span aria-hidden className={cx('name')}>
        {name}
      </span>
      {children}
    </div>
  );
}
