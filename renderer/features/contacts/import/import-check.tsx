import { duplicateChoices } from '../../../../shared/domain/exchange/import-file.ts';
import type { ImportCounts } from '../../../../shared/ipc/import-contract.ts';
import { backToColumns, chooseDuplicates, runImport, useContactImport } from '../../../stores/contact-import.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Facts } from '../../../ui/facts.tsx';
import styles from './contact-import.module.css';
import { EncodingSelect } from './import-columns.tsx';
import { ImportProblems } from './import-problems.tsx';
import { StepHead } from './step-head.tsx';

const cx = bindClasses(styles);

const counted = [
  'fresh',
  'known',
  'repeated',
  'withoutNumber',
  'leftOut',
] as const satisfies readonly (keyof ImportCounts)[];

/** What would happen, before it does. */
export function ImportCheck() {
  const { t, digits } = useWords();
  const file = useContactImport((store) => store.file);
  const reading = useContactImport((store) => store.reading);
  const checked = useContactImport((store) => store.checked);
  const duplicates = useContactImport((store) => store.duplicates);
  if (file === null || reading === null || checked === null) return null;
  const { counts, problems } = checked;
  const amount = counts.fresh + (duplicates === 'skip' ? 0 : counts.known);
  const number = (value: number) => digits(String(value));
  return (
    <div className={cx('step')}>
      <StepHead title={t('exchange.checkTitle')} fileName={file.fileName} />
      {reading.kind === 'cards' ? <EncodingSelect encoding={reading.encoding} /> : null}
      <Facts
        facts={counted
          .filter((name) => name === 'fresh' || counts[name] > 0)
          .map((name) => ({ name: t(`exchange.counts.${name}`), value: number(counts[name]) }))}
      />
      {counts.known === 0 ? null : (
        <Choice
          label={t('exchange.duplicates')}
          help={t(`exchange.duplicatesHelp.${duplicates}`)}
          value={duplicates}
          options={duplicateChoices.map((value) => ({ value, label: t(`exchange.duplicatesChoice.${value}`) }))}
          onChange={chooseDuplicates}
        />
      )}
      <ImportProblems problems={problems} total={counts.problems} />
      {amount === 0 ? <p className={cx('quiet')}>{t('exchange.nothingNew')}</p> : null}
      <div className={cx('buttons')}>
        <Button look="primary" isDisabled={amount === 0} onPress={() => void runImport()}>
          {t(`exchange.run.${amountOf(amount)}`, { amount: number(amount) })}
        </Button>
        <Button look="quiet" onPress={backToColumns}>
          {t(reading.kind === 'table' ? 'exchange.back' : 'exchange.otherFile')}
        </Button>
      </div>
    </div>
  );
}
