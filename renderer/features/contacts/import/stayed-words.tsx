import type { TakenBack } from '../../../../shared/ipc/import-contract.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import styles from './contact-import.module.css';

const cx = bindClasses(styles);

export function undoneTitle({ taken, stayed }: TakenBack) {
  return taken === 0 && stayed > 0 ? 'exchange.notUndone' : 'exchange.undone';
}

/** What an import left behind when it was taken back. */
export function StayedWords({ takenBack: { stayed } }: { readonly takenBack: TakenBack }) {
  const { t, digits } = useWords();
  if (stayed === 0) return null;
  return <p className={cx('quiet')}>{t(`exchange.stayed.${amountOf(stayed)}`, { amount: digits(String(stayed)) })}</p>;
}
