import { CircleCheck, FileDown } from 'lucide-react';
import { useState } from 'react';
import type { ExportFormat } from '../../../../shared/ipc/import-contract.ts';
import { cancelExport, exportContacts, useContactExport } from '../../../stores/contact-export.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import styles from './contact-export.module.css';

const cx = bindClasses(styles);

const formats: readonly ExportFormat[] = ['csv', 'vcard4', 'vcard3'];

/** Writes all own contacts to a file. */
export function ContactExport() {
  const { t, digits } = useWords();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const { busy, progress, finished, error } = useContactExport();
  const number = (value: number) => digits(String(value));
  return (
    <div className={cx('export')}>
      <Choice
        label={t('exchange.format')}
        help={t(`exchange.formatHelp.${format}`)}
        value={format}
        options={formats.map((value) => ({ value, label: t(`exchange.formatChoice.${value}`) }))}
        onChange={setFormat}
      />
      {busy && progress !== null ? (
        <Progress
          label={t('exchange.exporting')}
          done={progress.done}
          total={progress.total}
          words={t('exchange.ofTotal', { done: number(progress.done), total: number(progress.total) })}
        />
      ) : null}
      <div className={cx('buttons')}>
        <Button onPress={() => void exportContacts(format)}>
          <Icon of={FileDown} />
          {t('exchange.export')}
        </Button>
        {busy && progress !== null ? <Button onPress={cancelExport}>{t('exchange.cancel')}</Button> : null}
      </div>
      <p role="status" className={cx('state')}>
        {finished === null ? null : (
          <>
            <Icon of={CircleCheck} />
            <span>
              {t('exchange.exported', { amount: number(finished.contacts) })} <bdi>{finished.fileName}</bdi>
            </span>
          </>
        )}
      </p>
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
    </div>
  );
}
