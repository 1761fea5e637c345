import { CircleAlert, PhoneIncoming } from 'lucide-react';
import type { MissedEntry } from '../../../shared/domain/missed/missed-entry.ts';
import { originate } from '../../stores/dialling.ts';
import { forgetDone, markHandled, markWaiting, readMissed, undoHandled, useMissed } from '../../stores/missed.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { useMissedSeen } from '../history/use-missed-seen.ts';
import { PartyInShort } from '../names/party.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import styles from './missed-inbox.module.css';
import { MissedList } from './missed-list.tsx';

const cx = bindClasses(styles);

const callBack = ({ number }: MissedEntry, literal: boolean) => void originate(number, 'history', { literal });

/** Whom somebody still has to talk with. */
export function MissedInbox() {
  const { t } = useWords();
  const { waiting, handled, withHandled, ready, failure, refusal } = useMissed();
  const last = useMissed((store) => store.done.at(-1));
  const notCalled = useProblemAt('history');
  const problem = notCalled ?? refusal;
  useMissedSeen();
  const empty = waiting.length === 0 && handled.length === 0;
  return (
    <div className={cx('inbox')}>
      {problem === null ? null : (
        <div className={cx('note')}>
          <ErrorNote error={problem} />
        </div>
      )}
      {failure !== null ? (
        <EmptyState
          tone="bad"
          icon={CircleAlert}
          title={t('missed.failed')}
          text={errorWords(failure, t).nextStep}
          action={<Button onPress={() => void readMissed()}>{t('action.tryAgain')}</Button>}
        />
      ) : !ready ? (
        <Skeleton label={t('missed.loading')} />
      ) : empty ? (
        <EmptyState
          icon={PhoneIncoming}
          title={t('missed.none')}
          text={t(withHandled ? 'missed.handledNone' : 'missed.noneText')}
        />
      ) : (
        <MissedList
          waiting={waiting}
          handled={handled}
          onCallBack={callBack}
          onHandle={(entry) => void markHandled(entry)}
          onReopen={(entry) => void markWaiting(entry)}
          onUndo={() => void undoHandled()}
        />
      )}
      <UndoBar
        done={
          last === undefined ? null : (
            <Sentence
              text={t('missed.done', { skipInterpolation: true })}
              parts={{ name: <PartyInShort number={last.number} /> }}
            />
          )
        }
        onUndo={() => void undoHandled()}
        onClose={forgetDone}
      />
    </div>
  );
}
