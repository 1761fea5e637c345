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
  'shared',
  'repeated',
  'withoutNumber',
  'leftOut',
] as const satisfies readonly (keyof ImportCounts)[];

const withoutMerge = duplicateChoices.filter((choice) => choice !== 'merge');

/** What would happen, before it does. */
export function ImportCheck() {
  const { t, digits } = useWords();
  const file = useContactImport((store) => store.file);
  const reading = useContactImport((store) => store.reading);
  const checked = useContactImport((store) => store.checked);
  const duplicates = useContactImport((store) => store.duplicates);
  if (file === null || reading === null || checked === null) return null;
  const { counts, problems } = checked;
  const amount = counts.fresh + (duplicates === 'skip' ? -counts.shared : counts.known);
  // Nobody is merged who has another name.
  const choices = counts.known === 0 ? withoutMerge : duplicateChoices;
  const chosen = choices.find((choice) => choice === duplicates) ?? 'add';
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
      {counts.known + counts.shared === 0 ? null : (
        <Choice
          label={t(counts.known === 0 ? 'exchange.sharedTitle' : 'exchange.duplicates')}
          {...(counts.known === 0 ? {} : { help: t(`exchange.duplicatesHelp.${chosen}`) })}
          value={chosen}
          options={choices.map((value) => ({ value, label: t(`exchange.duplicatesChoice.${value}`) }))}
          onChange={chooseDuplicates}
        />
      )}
      {counts.shared === 0 ? null : (
        <p className={cx('quiet')}>
          {t(`exchange.shared.${duplicates === 'skip' ? 'skip' : 'keep'}.${amountOf(counts.shared)}`, {
            amount: number(counts.shared),
          })}
        </p>
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
