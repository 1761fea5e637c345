import { AlarmClock, Check, CircleCheck, Phone, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { isDue } from '../../../shared/domain/after-call/follow-up.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { DoneFollowUpRow, WorkedCallRow } from '../../../shared/ipc/after-call-contract.ts';
import { markFollowUp, showWork, useAfterCall } from '../../stores/after-call.ts';
import { originate } from '../../stores/dialling.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WorkProblem } from './call-work-editor.tsx';
import { FollowUpField } from './follow-up-field.tsx';
import { NoteField } from './note-field.tsx';
import { useWhen } from './use-when.ts';
import { useFollowUps } from './use-work-lists.ts';
import { WorkAbout } from './work-about.tsx';
import { WorkButton } from './work-button.tsx';
import { nextOf, WorkList } from './work-list.tsx';
import styles from './work-lists.module.css';
import { WorkProblemAt } from './work-problem-at.tsx';
import { WorkedCall } from './worked-call.tsx';

const cx = bindClasses(styles);

type Row = WorkedCallRow & { readonly by: DoneFollowUpRow['by'] | null };
type Part = 'due' | 'later' | 'done';

/** Whom to call again: Enter calls, Space marks as done. What was done in this run stays below, to be taken back. */
export function FollowUpList() {
  const { t, number } = useWords();
  const followUps = useFollowUps();
  const nowMs = useNow(20_000);
  const sought = useAfterCall((store) => store.sought);
  const [chosen, setChosen] = useState<string | null>(null);
  if (followUps === null) return null;
  const partOf = ({ work, by }: Row): Part => (by !== null ? 'done' : isDue(work, nowMs) ? 'due' : 'later');
  const rows: readonly Row[] = [...followUps.open.map((row) => ({ ...row, by: null })), ...followUps.done];
  const selected = [chosen, sought].flatMap((id) => rows.find(({ call }) => call.id === id) ?? [])[0] ?? rows[0];
  const numberOf = (row: Row) => ({ number: number(otherParty(row.call)) });
  const call = (row: Row) => void originate(otherParty(row.call), 'history');
  const mark = async (row: Row, done: boolean) => {
    setChosen(done ? nextOf(rows, row) : row.call.id);
    // Why not is told of the chosen one.
    if (!(await markFollowUp(row.call.id, done))) setChosen(row.call.id);
  };
  const onKey = (event: KeyboardEvent, row: Row): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape') showWork(null);
    else if (event.key === 'Enter') {
      if (!event.repeat) call(row);
    } else if (event.key === ' ') {
      if (!event.repeat) void mark(row, row.by === null);
    } else return false;
    return true;
  };
  return (
    <div className={cx('lists')}>
      <WorkProblemAt />
      {selected === undefined ? (
        <EmptyState
          icon={AlarmClock}
          title={t('afterCall.followUpsEmpty')}
          text={t('afterCall.followUpsEmptyText')}
          action={<Button onPress={() => showWork(null)}>{t('afterCall.back')}</Button>}
        />
      ) : (
        <>
          <WorkList
            label={t('afterCall.followUps')}
            rows={rows}
            keyOf={(row) => row.call.id}
            headingOf={(row, before) =>
              before !== undefined && partOf(before) === partOf(row) ? null : t(`afterCall.part.${partOf(row)}`)
            }
            selected={selected.call.id}
            onSelect={setChosen}
            onKey={onKey}
          >
            {(row) => (
              <WorkedCall
                row={row}
                facts={<State row={row} part={partOf(row)} nowMs={nowMs} />}
                actions={
                  row.by === null ? (
                    <>
                      <WorkButton
                        label={t('afterCall.doneWith', numberOf(row))}
                        icon={Check}
                        onPress={() => void mark(row, true)}
                      />
                      <WorkButton label={t('afterCall.call', numberOf(row))} icon={Phone} onPress={() => call(row)} />
                    </>
                  ) : (
                    <Button look="quiet" excludeFromTabOrder preventFocusOnPress onPress={() => void mark(row, false)}>
                      <Icon of={Undo2} size={14} />
                      {t('afterCall.undo')}
                    </Button>
                  )
                }
              />
            )}
          </WorkList>
          <WorkAbout>
            <FollowUpField key={selected.call.id} callId={selected.call.id} work={selected.work} />
            <NoteField key={`note ${selected.call.id}`} callId={selected.call.id} />
            <WorkProblem callId={selected.call.id} />
          </WorkAbout>
        </>
      )}
    </div>
  );
}

function State({ row, part, nowMs }: { readonly row: Row; readonly part: Part; readonly nowMs: number }) {
  const { t } = useWords();
  const when = useWhen();
  const { followUpAtMs, followUpDoneAtMs } = row.work;
  return (
    <span className={cx('when', part)}>
      <Icon of={part === 'done' ? CircleCheck : AlarmClock} size={14} />
      {part === 'done' ? t(row.by === 'talked' ? 'afterCall.talked' : 'afterCall.marked') : null}
      {part === 'done'
        ? followUpDoneAtMs === null
          ? null
          : ` ${when(followUpDoneAtMs, nowMs)}`
        : followUpAtMs === null
          ? null
          : when(followUpAtMs, nowMs)}
    </span>
  );
}
