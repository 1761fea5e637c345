import { AlarmClock, CircleCheck, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import { isDue, quickFollowUpAt, quickFollowUps } from '../../../shared/domain/after-call/follow-up.ts';
import { markFollowUp, setFollowUp } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './follow-up-field.module.css';
import { OwnTime } from './own-time.tsx';
import { useWhen } from './use-when.ts';

const cx = bindClasses(styles);

/** When to call again: by one press, or at a time of one's own. */
export function FollowUpField({ callId, work }: { readonly callId: string; readonly work: CallWork }) {
  const { t, digits } = useWords();
  const [own, setOwn] = useState(false);
  const { followUpAtMs, followUpDoneAtMs } = work;
  const set = (atMs: number | null) => {
    setOwn(false);
    void setFollowUp(callId, atMs);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own
    <div role="group" aria-label={t('afterCall.followUp')} className={cx('field')}>
      {followUpAtMs !== null && !own ? (
        <Chosen callId={callId} work={work} atMs={followUpAtMs} onChange={() => setOwn(true)} />
      ) : null}
      {own ? (
        <OwnTime atMs={followUpDoneAtMs === null ? followUpAtMs : null} onSave={set} onCancel={() => setOwn(false)} />
      ) : null}
      {own || (followUpAtMs !== null && followUpDoneAtMs === null) ? null : (
        <span className={cx('choices')}>
          {quickFollowUps.map((choice) => (
            <AriaButton key={choice} className={cx('choice')} onPress={() => set(quickFollowUpAt(choice, Date.now()))}>
              {t(`afterCall.quick.${choice}`, {
                minutes: digits('15'),
                hours: digits('1'),
                time: digits('9:00'),
              })}
            </AriaButton>
          ))}
          <AriaButton className={cx('choice')} onPress={() => setOwn(true)}>
            {t('afterCall.otherTime')}
          </AriaButton>
        </span>
      )}
    </div>
  );
}

function Chosen(props: {
  readonly callId: string;
  readonly work: CallWork;
  readonly atMs: number;
  readonly onChange: () => void;
}) {
  const { t } = useWords();
  const when = useWhen();
  const nowMs = useNow(20_000);
  const { callId, work, atMs } = props;
  const done = work.followUpDoneAtMs !== null;
  const due = isDue(work, nowMs);
  return (
    <span className={cx('chosen')}>
      <span className={cx('state', done ? 'done' : due ? 'due' : 'open')}>
        <Icon of={done ? CircleCheck : AlarmClock} size={14} />
        {done ? t('afterCall.doneAt', { when: when(work.followUpDoneAtMs, nowMs) }) : when(atMs, nowMs)}
      </span>
      {done ? (
        <Button look="quiet" onPress={() => void markFollowUp(callId, false)}>
          <Icon of={Undo2} size={14} />
          {t('afterCall.undo')}
        </Button>
      ) : (
        <>
          <Button look="quiet" onPress={props.onChange}>
            {t('afterCall.change')}
          </Button>
          <Button look="quiet" onPress={() => void markFollowUp(callId, true)}>
            {t('afterCall.done')}
          </Button>
          <IconButton aria-label={t('afterCall.removeFollowUp')} onPress={() => void setFollowUp(callId, null)}>
            <Icon of={X} size={14} />
          </IconButton>
        </>
      )}
    </span>
  );
}
