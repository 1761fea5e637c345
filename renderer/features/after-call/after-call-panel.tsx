import { AlarmClock, Tag } from 'lucide-react';
import { useEffect } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { isDue } from '../../../shared/domain/after-call/follow-up.ts';
import { outcomeOfKey } from '../../../shared/domain/after-call/outcome.ts';
import { giveOutcome } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { InfoPopover } from '../../ui/info-popover.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './after-call-panel.module.css';
import { WorkProblem } from './call-work-editor.tsx';
import { ClosedFollowUp } from './closed-follow-up.tsx';
import { FollowUpField } from './follow-up-field.tsx';
import { NoteField } from './note-field.tsx';
import { OutcomeChoices } from './outcome-choices.tsx';
import { TagsField } from './tags-field.tsx';
import { useWhen } from './use-when.ts';
import { useOutcomes, useWork } from './use-work.ts';

const cx = bindClasses(styles);

export interface AfterCallPanelProps {
  readonly callId: string;
  readonly number: string;
  readonly ended: boolean;
}

/**
 * What the agent adds to the call of the card, from its first moment on. It takes as much room while the call lives as when it is over, and
 * never the focus.
 */
export function AfterCallPanel({ callId, number, ended }: AfterCallPanelProps) {
  const { t } = useWords();
  const { work } = useWork(callId);
  const when = useWhen();
  const nowMs = useNow(20_000);
  useOutcomeChord(callId);
  const { tags, followUpAtMs, followUpDoneAtMs } = work;
  const followUp = followUpDoneAtMs === null ? followUpAtMs : null;
  return (
    <section className={cx('panel')} {...(ended ? { 'aria-label': t('afterCall.region') } : {})}>
      <div className={cx('line')}>
        <NoteField callId={callId} />
        <DialogTrigger>
          <IconButton aria-label={t('afterCall.tags')} aria-pressed={tags.length > 0}>
            <Icon of={Tag} />
          </IconButton>
          <InfoPopover label={t('afterCall.tags')} at="end" holds="text">
            {() => <TagsField callId={callId} tags={tags} />}
          </InfoPopover>
        </DialogTrigger>
        <DialogTrigger>
          <IconButton aria-label={t('afterCall.followUp')} aria-pressed={followUp !== null}>
            <Icon of={AlarmClock} />
          </IconButton>
          <InfoPopover label={t('afterCall.followUp')} at="end" holds="text">
            {() => <FollowUpField callId={callId} work={work} />}
          </InfoPopover>
        </DialogTrigger>
      </div>
      <OutcomeChoices value={work.outcome} onChoose={(code) => void giveOutcome(callId, code)} />
      {tags.length === 0 && followUp === null ? null : (
        <p className={cx('told')}>
          {followUp === null ? null : (
            <span className={cx('when', isDue(work, nowMs) && 'due')}>
              <Icon of={AlarmClock} size={14} />
              {when(followUp, nowMs)}
            </span>
          )}
          {tags.map((tag) => (
            <bdi key={tag} className={cx('tag')}>
              {tag}
            </bdi>
          ))}
        </p>
      )}
      <ClosedFollowUp number={number} />
      <WorkProblem callId={callId} />
    </section>
  );
}

/** Alt and a digit of the upper row choose wherever the focus is: no number is typed with Alt, and the other digits write signs with it. */
function useOutcomeChord(callId: string): void {
  const outcomes = useOutcomes();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      const outcome = event.code.startsWith('Digit') ? outcomeOfKey(event.code, outcomes) : null;
      if (outcome === null) return;
      event.preventDefault();
      void giveOutcome(callId, outcome.code);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [callId, outcomes]);
}
