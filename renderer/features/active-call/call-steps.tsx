import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { callSteps } from '../../../shared/domain/call-view.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './call-steps.module.css';

const cx = bindClasses(styles);

export interface CallStepsProps {
  readonly call: Call;
  /** Room is short: only the last step is in sight until asked for. */
  readonly folded: boolean;
}

/** Every step that was observed, when, and who told it. Steps nobody told are not here. */
export function CallSteps({ call, folded }: CallStepsProps) {
  const { t, clock } = useWords();
  const listId = useId();
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? !folded;
  const steps = callSteps(call);
  return (
    <div className={cx('steps')}>
      <ol id={listId} className={cx('list', !open && 'folded')} aria-label={t('card.steps')}>
        {steps.map((step) => {
          const source = t(`card.source.${step.source}`);
          return (
            <li key={step.kind} className={cx('step')} title={t('card.sourceIs', { source })}>
              <span className={cx('time')}>
                <NumberText>{clock(step.atMs, true)}</NumberText>
              </span>
              <span className={cx('name')}>{t(`card.step.${step.kind}`)}</span>
              <span className={cx('source')}>{source}</span>
            </li>
          );
        })}
      </ol>
      <IconButton
        aria-label={t(open ? 'card.hideSteps' : 'card.showSteps')}
        aria-expanded={open}
        aria-controls={listId}
        preventFocusOnPress
        onPress={() => setAsked(!open)}
      >
        <Icon of={open ? ChevronUp : ChevronDown} />
      </IconButton>
    </div>
  );
}
