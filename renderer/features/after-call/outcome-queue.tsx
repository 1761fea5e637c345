import { ClipboardCheck, Phone, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { outcomeOfKey } from '../../../shared/domain/after-call/outcome.ts';
import { noOutcome } from '../../../shared/domain/after-call/work-rules.ts';
import { callEnd, otherParty, talkSeconds } from '../../../shared/domain/call-view.ts';
import type { WorkedCallRow } from '../../../shared/ipc/after-call-contract.ts';
import { giveOutcome, showWork } from '../../stores/after-call.ts';
import { originate } from '../../stores/dialling.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useNow } from '../../ui/use-now.ts';
import { PartyInShort } from '../names/party.tsx';
import { WorkProblem } from './call-work-editor.tsx';
import { NoteField } from './note-field.tsx';
import { OutcomeChoices } from './outcome-choices.tsx';
import { useWhen } from './use-when.ts';
import { useOutcomeName, useOutcomes } from './use-work.ts';
import { useQueue } from './use-work-lists.ts';
import { WorkAbout } from './work-about.tsx';
import { WorkButton } from './work-button.tsx';
import { nextOf, WorkList } from './work-list.tsx';
import styles from './work-lists.module.css';
import { WorkProblemAt } from './work-problem-at.tsx';
import { WorkedCall } from './worked-call.tsx';

const cx = bindClasses(styles);

/** Calls without outcome: a digit gives one to the chosen call and goes on to the next. */
export function OutcomeQueue() {
  const { t, duration, number } = useWords();
  const queue = useQueue();
  const outcomes = useOutcomes();
  const name = useOutcomeName();
  const when = useWhen();
  const nowMs = useNow(60_000);
  const [chosen, setChosen] = useState<string | null>(null);
  const [given, setGiven] = useState<{ readonly row: WorkedCallRow; readonly code: string } | null>(null);
  if (queue === null) return null;
  const { rows } = queue;
  const selected = rows.find(({ call }) => call.id === chosen) ?? rows[0];
  const give = async (row: WorkedCallRow, code: string) => {
    setGiven(null);
    setChosen(nextOf(rows, row));
    if (await giveOutcome(row.call.id, code)) setGiven({ row, code });
    else setChosen(row.call.id);
  };
  const takeBack = () => {
    if (given === null) return;
    void giveOutcome(given.row.call.id, null);
    setChosen(given.row.call.id);
    setGiven(null);
  };
  const onKey = (event: KeyboardEvent, row: WorkedCallRow): boolean => {
    if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      takeBack();
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const outcome = outcomeOfKey(event.code, outcomes);
    if (outcome !== null) {
      if (!event.repeat) void give(row, outcome.code);
      return true;
    }
    if (event.key === 'Escape') showWork(null);
    else if (event.key === 'Enter' && !event.repeat) void originate(otherParty(row.call), 'history');
    else return false;
    return true;
  };
  return (
    <div className={cx('lists')}>
      <WorkProblemAt />
      {selected === undefined ? (
        <EmptyState
          icon={ClipboardCheck}
          title={t('afterCall.queueEmpty')}
          text={t('afterCall.queueEmptyText')}
          action={<Button onPress={() => showWork(null)}>{t('afterCall.back')}</Button>}
        />
      ) : (
        <WorkList
          label={t('afterCall.queue')}
          rows={rows}
          keyOf={({ call }) => call.id}
          selected={selected.call.id}
          onSelect={setChosen}
          onKey={onKey}
        >
          {(row) => {
            const talked = talkSeconds(row.call);
            return (
              <WorkedCall
                row={row}
                facts={
                  <>
                    {when(callEnd(row.call)?.atMs ?? row.call.startedAtMs, nowMs)}
                    {talked === null || talked === 0 ? null : <NumberText>{duration(talked)}</NumberText>}
                  </>
                }
                actions={
                  <WorkButton
                    label={t('afterCall.call', { number: number(otherParty(row.call)) })}
                    icon={Phone}
                    onPress={() => void originate(otherParty(row.call), 'history')}
                  />
                }
              />
            );
          }}
        </WorkList>
      )}
      <div role="status">
        {given === null ? null : (
          <div className={cx('given')}>
            <span className={cx('words')}>
              <Sentence
                text={t(given.code === noOutcome ? 'afterCall.givenNone' : 'afterCall.given', {
                  skipInterpolation: true,
                })}
                parts={{
                  party: <PartyInShort number={otherParty(given.row.call)} />,
                  outcome: <bdi>{name(given.code)}</bdi>,
                }}
              />
            </span>
            <Button look="quiet" onPress={takeBack}>
              <Icon of={Undo2} size={14} />
              {t('afterCall.undo')}
            </Button>
          </div>
        )}
      </div>
      {selected === undefined ? null : (
        <WorkAbout>
          <OutcomeChoices
            value={null}
            withNone
            onChoose={(code) => {
              if (code !== null) void give(selected, code);
            }}
          />
          <NoteField key={selected.call.id} callId={selected.call.id} />
          <WorkProblem callId={selected.call.id} />
        </WorkAbout>
      )}
    </div>
  );
}
