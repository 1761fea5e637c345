import { FileDown } from 'lucide-react';
import { useEffect } from 'react';
import type { HistoryFilter } from '../../../../shared/domain/history/history-filter.ts';
import {
  type CallExportForm,
  chooseForExport,
  countForExport,
  exportCalls,
  useHistoryExport,
} from '../../../stores/history-export.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { formatAmount } from '../../../text/format-amount.ts';
import { languageNames } from '../../../text/language-names.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Toggle } from '../../../ui/toggle.tsx';
import styles from './export-form.module.css';
import { ExportState } from './export-state.tsx';

const cx = bindClasses(styles);

/** How the file is to be, and the way to it. */
export function ExportForm({ filter }: { readonly filter: HistoryFilter }) {
  const { t, style } = useWords();
  const { chosen, count, busy, written } = useHistoryExport();
  const asked = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same filter may be another object
  useEffect(() => void countForExport(filter), [asked]);
  const form: CallExportForm = {
    format: 'csv',
    dates: style.calendar === 'persian' ? 'jalali' : 'iso',
    language: style.language,
    withMark: true,
    ...chosen,
  };
  const amount = formatAmount(count?.count ?? 0, style.digits);
  const words =
    count === null
      ? t('historyExport.exportAny')
      : t(`historyExport.export.${count.more ? 'more' : amountOf(count.count)}`, { amount });
  return (
    <div className={cx('form')}>
      <h2 className={cx('title')}>{t('historyExport.title')}</h2>
      {/* While it is written nothing can be chosen: how far it is, and the way out, stand at the top. */}
      {busy && written !== null ? null : (
        <>
          <Choice
            label={t('historyExport.format')}
            help={t(`historyExport.formatHelp.${form.format}`)}
            value={form.format}
            options={[
              { value: 'csv', label: t('historyExport.formatChoice.csv') },
              { value: 'json', label: t('historyExport.formatChoice.json') },
            ]}
            onChange={(format) => chooseForExport({ format })}
          />
          <Choice
            label={t('historyExport.dates')}
            value={form.dates}
            options={[
              { value: 'iso', label: t('historyExport.datesChoice.iso') },
              { value: 'jalali', label: t('historyExport.datesChoice.jalali') },
            ]}
            onChange={(dates) => chooseForExport({ dates })}
          />
          {form.format === 'csv' ? (
            <>
              <Choice
                label={t('historyExport.language')}
                value={form.language}
                options={[
                  { value: 'fa', label: languageNames.fa },
                  { value: 'en', label: languageNames.en },
                ]}
                onChange={(language) => chooseForExport({ language })}
              />
              <Toggle
                label={t('historyExport.mark')}
                help={t('historyExport.markHelp')}
                isSelected={form.withMark}
                onChange={(withMark) => chooseForExport({ withMark })}
              />
            </>
          ) : null}
          <Button
            look="primary"
            isDisabled={busy || count?.count === 0}
            onPress={() => void exportCalls({ ...form, filter })}
          >
            <Icon of={FileDown} />
            {words}
          </Button>
        </>
      )}
      <ExportState />
    </div>
  );
}
