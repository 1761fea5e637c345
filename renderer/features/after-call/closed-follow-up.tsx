import { CircleCheck } from 'lucide-react';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { markFollowUp } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './closed-follow-up.module.css';
import { useWhen } from './use-when.ts';
import { useFollowUps } from './use-work-lists.ts';

const cx = bindClasses(styles);

/** Says that this talk did what a follow-up was noted for, and takes it back. */
export function ClosedFollowUp({ number }: { readonly number: string }) {
  const { t } = useWords();
  const when = useWhen();
  const nowMs = useNow(60_000);
  const closed = useFollowUps()?.done.find(({ call, by }) => by === 'talked' && sameNumber(otherParty(call), number));
  if (closed === undefined || closed.work.followUpAtMs === null) return null;
  return (
    <p role="status" className={cx('closed')}>
      <Icon of={CircleCheck} size={14} />
      <span className={cx('words')}>{t('afterCall.closed', { when: when(closed.work.followUpAtMs, nowMs) })}</span>
      <LinkButton onPress={() => void markFollowUp(closed.call.id, false)}>{t('afterCall.undo')}</LinkButton>
    </p>
  );
}
