import { CircleCheck, FolderOpen, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Backup } from '../../../shared/ipc/keeping-contract.ts';
import { backUpNow, openBackups, readKeeping, useKeeping } from '../../stores/keeping.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Row } from '../settings/section.tsx';
import { BackupRestore } from './backup-restore.tsx';
import styles from './keeping.module.css';
import { LastCheck } from './last-check.tsx';
import { sizeWords } from './size-words.ts';

const cx = bindClasses(styles);

/** Copies of the history, the way to a new one, and the way back to one of them. */
export function Backups() {
  const { t } = useWords();
  const kept = useKeeping((store) => store.kept);
  const backingUp = useKeeping((store) => store.backingUp);
  const error = useKeeping((store) => store.error);
  const [chosen, setChosen] = useState<Backup | null>(null);
  useEffect(() => void readKeeping(), []);
  if (kept === null) return error === null ? null : <ErrorNote error={error} withoutRemedy />;
  const { backups } = kept;
  return (
    <div className={cx('part')}>
      {backups.length === 0 ? (
        <p className={cx('text')}>{t('keeping.noBackups')}</p>
      ) : (
        <ul className={cx('list')} aria-label={t('keeping.backups')}>
          {backups.map((backup) => (
            <BackupLine key={backup.name} backup={backup} onChoose={() => setChosen(backup)} />
          ))}
        </ul>
      )}
      {chosen === null ? null : <BackupRestore key={chosen.name} backup={chosen} onCancel={() => setChosen(null)} />}
      <Row>
        <Button isDisabled={backingUp} onPress={() => void backUpNow()}>
          {t(backingUp ? 'keeping.backingUp' : 'keeping.backUp')}
        </Button>
        {backups.length === 0 ? null : (
          <Button onPress={() => void openBackups()}>
            <Icon of={FolderOpen} />
            {t('keeping.openFolder')}
          </Button>
        )}
      </Row>
      <LastCheck />
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
    </div>
  );
}

function BackupLine({ backup, onChoose }: { readonly backup: Backup; readonly onChoose: () => void }) {
  const words = useWords();
  const { t, digits, fullDate, clock } = words;
  const { kind, madeAtMs, bytes, calls, verified } = backup;
  const moment = t('keeping.moment', { date: fullDate(madeAtMs), time: clock(madeAtMs) });
  return (
    <li className={cx('line')}>
      <span className={cx('words')}>
        <span className={cx('name')}>{moment}</span>
        <span className={cx('quiet')}>
          {t(`keeping.kind.${kind}`)} · {sizeWords(bytes, words)}
          {calls === null ? null : ` · ${t('keeping.calls', { value: digits(String(calls)) })}`}
        </span>
        <span className={cx('quiet', 'state', verified ? 'good' : 'wait')}>
          <Icon of={verified ? CircleCheck : TriangleAlert} size={12} />
          {t(verified ? 'keeping.verified' : 'keeping.notVerified')}
        </span>
      </span>
      <Button aria-label={t('keeping.restoreOf', { moment })} onPress={onChoose}>
        {t('keeping.restore')}
      </Button>
    </li>
  );
}
