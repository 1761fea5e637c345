import { CircleCheck, Undo2 } from 'lucide-react';
import { startOver, undoFinished, useContactImport } from '../../../stores/contact-import.ts';
import { usePastImports } from '../../../stores/past-imports.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Icon } from '../../../ui/icon.tsx';
import styles from './import-done.module.css';
import { StayedWords, undoneTitle } from './stayed-words.tsx';
import { StepHead } from './step-head.tsx';

const cx = bindClasses(styles);

/** What happened, and the way back. */
export function ImportDone({ onDone }: { readonly onDone: (() => void) | null }) {
  const { t, digits } = useWords();
  const file = useContactImport((store) => store.file);
  const finished = useContactImport((store) => store.finished);
  const takenBack = usePastImports((store) => (finished === null ? undefined : store.takenBack[finished.importId]));
  if (finished === null) return null;
  const undone = takenBack !== undefined;
  const { added, merged, skipped } = finished;
  const facts = { added, merged, skipped };
  const shown = (['added', 'merged', 'skipped'] as const).filter((name) => name === 'added' || facts[name] > 0);
  return (
    <div className={cx('done')}>
      <div className={cx('head')}>
        <span className={cx('mark', undone && 'undone')}>
          <Icon of={undone ? Undo2 : CircleCheck} size={20} />
        </span>
        <StepHead title={t(undone ? undoneTitle(takenBack) : 'exchange.done')} fileName={file?.fileName ?? null} />
      </div>
      {undone ? (
        <StayedWords takenBack={takenBack} />
      ) : (
        <Facts
          facts={shown.map((name) => ({ name: t(`exchange.result.${name}`), value: digits(String(facts[name])) }))}
        />
      )}
      <div className={cx('buttons')}>
        {onDone === null ? null : (
          <Button look="primary" onPress={onDone}>
            {t('exchange.close')}
          </Button>
        )}
        {undone || added + merged === 0 ? null : (
          <Button onPress={() => void undoFinished()}>{t('exchange.undo')}</Button>
        )}
        <Button look="quiet" onPress={startOver}>
          {t('exchange.otherFile')}
        </Button>
      </div>
    </div>
  );
}
