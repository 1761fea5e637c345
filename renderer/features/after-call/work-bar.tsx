import { showWork, type WorkView } from '../../stores/after-call.ts';
import { useWords } from '../../text/use-words.ts';
import { ViewHead } from '../../ui/view-head.tsx';
import { useWorkCounts } from './use-work-counts.ts';

/** Over a list of work: its name, and the way back to the calls. */
export function WorkBar({ view }: { readonly view: NonNullable<WorkView> }) {
  const { t } = useWords();
  const words = useWorkCounts();
  return (
    <ViewHead
      backLabel={t('afterCall.back')}
      onBack={() => showWork(null)}
      title={<h2>{view === 'queue' ? (words.awaiting ?? t('afterCall.queue')) : t('afterCall.followUps')}</h2>}
    />
  );
}
