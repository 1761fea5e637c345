import { useEffect } from 'react';
import type { PastImport } from '../../../../shared/ipc/import-contract.ts';
import { useContactImport } from '../../../stores/contact-import.ts';
import { readPastImports, undoImport, usePastImports } from '../../../stores/past-imports.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ErrorNote } from '../../failure/error-note.tsx';
import styles from './past-imports.module.css';
import { StayedWords } from './stayed-words.tsx';

const cx = bindClasses(styles);
const minuteMs = 60_000;

/** Imports that can still be taken back. */
export function PastImports() {
  const { t } = useWords();
  const imports = usePastImports((store) => store.imports);
  const error = usePastImports((store) => store.error);
  const last = usePastImports((store) => (store.last === null ? undefined : store.takenBack[store.last]));
  const lastId = usePastImports((store) => store.last);
  // The panel of the import tells it itself.
  const isToldAbove = useContactImport((store) => store.finished !== null && store.finished.importId === lastId);
  useEffect(() => void readPastImports(), []);
  return (
    <div className={cx('past')}>
      {imports === null ? null : imports.length === 0 ? (
        <p className={cx('quiet')}>{t('exchange.noPast')}</p>
      ) : (
        <ul className={cx('list')} aria-label={t('exchange.past')}>
          {imports.map((past) => (
            <PastLine key={past.id} past={past} />
          ))}
        </ul>
      )}
      <div role="status">{last === undefined || isToldAbove ? null : <StayedWords takenBack={last} />}</div>
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
    </div>
  );
}

function PastLine({ past }: { readonly past: PastImport }) {
  const { t, digits, date, clock } = useWords();
  const nowMs = useNow(minuteMs);
  const undoing = usePastImports((store) => store.undoing);
  const contacts = digits(String(past.contacts));
  const amount = past.contacts === 0 ? 'none' : amountOf(past.contacts);
  return (
    <li className={cx('line')}>
      <span className={cx('words')}>
        <span className={cx('name')} title={past.fileName}>
          <bdi>{past.fileName}</bdi>
        </span>
        <span className={cx('quiet')}>
          {t(`exchange.pastLine.${amount}`, {
            date: date(past.atMs, nowMs),
            time: clock(past.atMs),
            amount: contacts,
          })}
        </span>
      </span>
      {past.contacts === 0 ? null : (
        <Button
          isDisabled={undoing !== null}
          aria-label={t('exchange.undoLabel', { name: past.fileName })}
          onPress={() => void undoImport(past.id)}
        >
          {t(undoing === past.id ? 'exchange.undoing' : 'exchange.undo')}
        </Button>
      )}
    </li>
  );
}
