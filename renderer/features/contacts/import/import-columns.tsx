import { useId, useState } from 'react';
import {
  type ColumnField,
  columnFields,
  type FileEncoding,
  type FileReading,
  fileEncodings,
} from '../../../../shared/domain/exchange/import-file.ts';
import type { OpenedImport } from '../../../../shared/ipc/import-contract.ts';
import { changeForm, checkFile, mapColumn, startOver, useContactImport } from '../../../stores/contact-import.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Note } from '../../../ui/note.tsx';
import { Select } from '../../../ui/select.tsx';
import { Toggle } from '../../../ui/toggle.tsx';
import styles from './contact-import.module.css';
import { DelimiterSelect } from './delimiter-select.tsx';
import { StepHead } from './step-head.tsx';

const cx = bindClasses(styles);

/** So many are looked through at a glance; of more only those that hold something known are shown at first. */
const fewColumns = 8;
const sampledRows = 3;
const numberFields: ReadonlySet<ColumnField> = new Set(['number', 'mobile', 'work', 'home', 'extension', 'fax']);

/** How the file is read, and what each of its columns holds. */
export function ImportColumns() {
  const file = useContactImport((store) => store.file);
  const reading = useContactImport((store) => store.reading);
  if (file === null || reading?.kind !== 'table') return null;
  return <Columns file={file} reading={reading} />;
}

function Columns(props: {
  readonly file: OpenedImport;
  readonly reading: Extract<FileReading, { readonly kind: 'table' }>;
}) {
  const { t, digits } = useWords();
  const { file, reading } = props;
  const { form, columns } = reading;
  const guessed = file.reading.kind === 'table' ? file.reading.columns : [];
  const [all, setAll] = useState(columns.length <= fewColumns);
  const hidden = all ? 0 : guessed.filter((field) => field === 'ignore').length;
  const titleId = useId();
  return (
    <div className={cx('step')}>
      <StepHead title={t('exchange.columnsTitle')} fileName={file.fileName} />
      <div className={cx('form')}>
        <EncodingSelect encoding={form.encoding} />
        <DelimiterSelect delimiter={form.delimiter} />
      </div>
      <Toggle
        label={t('exchange.headed')}
        isSelected={form.headed}
        onChange={(headed) => void changeForm({ headed })}
      />
      <h4 id={titleId} className={cx('heading')}>
        {t('exchange.columns')}
      </h4>
      <ul className={cx('columns')} aria-labelledby={titleId}>
        {columns.map((field, column) =>
          all || guessed[column] !== 'ignore' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity than its place, and never moves
            <Column key={column} column={column} field={field} file={file} headed={form.headed} />
          ) : null,
        )}
      </ul>
      {hidden === 0 ? null : (
        <LinkButton onPress={() => setAll(true)}>
          {t(`exchange.showAllColumns.${amountOf(hidden)}`, { amount: digits(String(hidden)) })}
        </LinkButton>
      )}
      {columns.some((field) => numberFields.has(field)) ? null : (
        <Note tone="wait" title={t('exchange.noNumberColumn')}>
          {t('exchange.noNumberColumnNext')}
        </Note>
      )}
      <div className={cx('buttons')}>
        <Button look="primary" onPress={() => void checkFile()}>
          {t('exchange.check')}
        </Button>
        <Button look="quiet" onPress={startOver}>
          {t('exchange.otherFile')}
        </Button>
      </div>
    </div>
  );
}

function Column(props: {
  readonly column: number;
  readonly field: ColumnField;
  readonly file: OpenedImport;
  readonly headed: boolean;
}) {
  const { t, digits } = useWords();
  const { column, field, file, headed } = props;
  const heading = headed ? (file.rows[0]?.[column] ?? '').trim() : '';
  const name = heading === '' ? t('exchange.column', { position: digits(String(column + 1)) }) : heading;
  const samples = file.rows
    .slice(headed ? 1 : 0)
    .map((cells) => (cells[column] ?? '').trim())
    .filter((cell) => cell !== '')
    .slice(0, sampledRows);
  return (
    <li className={cx('column')}>
      <span className={cx('words')}>
        <span className={cx('heading')}>
          <bdi>{name}</bdi>
        </span>
        <span className={cx('sample')} title={samples.join(' · ')}>
          <bdi>{samples.join(' · ')}</bdi>
        </span>
      </span>
      <Select
        labelHidden
        label={t('exchange.holds', { column: name })}
        value={field}
        quiet={field === 'ignore'}
        options={columnFields.map((value) => ({ value, label: t(`exchange.field.${value}`) }))}
        onChange={(chosen) => mapColumn(column, chosen)}
      />
    </li>
  );
}

export function EncodingSelect({ encoding }: { readonly encoding: FileEncoding }) {
  const { t } = useWords();
  return (
    <Select
      label={t('exchange.encoding')}
      value={encoding}
      options={fileEncodings.map((value) => ({ value, label: t(`exchange.encodings.${value}`) }))}
      onChange={(chosen) => void changeForm({ encoding: chosen })}
    />
  );
}
