import { CircleAlert, CircleCheck, FileDown, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useHistoryExport } from '../../../stores/history-export.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { errorWords } from '../../../text/error-words.ts';
import { formatAmount } from '../../../text/format-amount.ts';
import { useWords } from '../../../text/use-words.ts';

/** What the button of the closed panel says of the file: that it is being written, or what became of it. */
export function useExportNews(): { readonly icon: LucideIcon; readonly spinning: boolean; readonly words: string } {
  const { t, style } = useWords();
  const { busy, written, untold, finished, error } = useHistoryExport();
  if (busy && written !== null) return { icon: LoaderCircle, spinning: true, words: t('historyExport.writing') };
  if (untold && error !== null) return { icon: CircleAlert, spinning: false, words: errorWords(error, t).message };
  if (untold && finished !== null) {
    const amount = formatAmount(finished.calls, style.digits);
    const words = `${t(`historyExport.done.${amountOf(finished.calls)}`, { amount })} ${finished.fileName}`;
    return { icon: CircleCheck, spinning: false, words };
  }
  return { icon: FileDown, spinning: false, words: t('historyExport.open') };
}
