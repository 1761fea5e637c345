import { useEffect, useId, useRef, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import type { Backup } from '../../../shared/ipc/keeping-contract.ts';
import { lookAtBackup, restoreBackup } from '../../stores/keeping.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { Row } from '../settings/section.tsx';
import styles from './keeping.module.css';

const cx = bindClasses(styles);

/** What a backup holds and what would go out of sight with it, before the program starts again with it. */
export function BackupRestore({ backup, onCancel }: { readonly backup: Backup; readonly onCancel: () => void }) {
  const { t, digits, fullDate, clock } = useWords();
  const [found, setFound] = useState<RequestOutput<'keeping:preview-restore'> | null>(null);
  const [restoring, setRestoring] = useState(false);
  const [error, setError] = useState<DialerError | null>(null);
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  // Larger once it is known what the backup holds.
  useEffect(() => {
    if (found !== null || error !== null) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [found, error]);
  useEffect(() => {
    let gone = false;
    void lookAtBackup(backup.name).then((answer) => {
      if (!gone) setFound(answer);
    });
    return () => {
      gone = true;
    };
  }, [backup.name]);
  const moment = (ms: number) => t('keeping.moment', { date: fullDate(ms), time: clock(ms) });
  const restore = async () => {
    setRestoring(true);
    const answer = await restoreBackup(backup.name);
    if (answer.ok) return;
    setError(answer.error);
    setRestoring(false);
  };
  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby={titleId}
      className={cx('panel')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p id={titleId} className={cx('title')}>
        {t('keeping.restoreTitle', { moment: moment(backup.madeAtMs) })}
      </p>
      {found === null ? (
        <p className={cx('text')}>{t('keeping.reading')}</p>
      ) : found.ok ? (
        <>
          <p className={cx('text')}>
            {t(found.value.newestCallMs === null ? 'keeping.holdsNothing' : 'keeping.holds', {
              calls: digits(String(found.value.calls)),
              until: found.value.newestCallMs === null ? '' : moment(found.value.newestCallMs),
              now: digits(String(found.value.callsNow)),
            })}
          </p>
          <p className={cx('text')}>{t('keeping.newer', { moment: moment(backup.madeAtMs) })}</p>
        </>
      ) : (
        <ErrorNote error={found.error} withoutRemedy />
      )}
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
      <Row>
        <Button look="primary" isDisabled={found?.ok !== true || restoring} onPress={() => void restore()}>
          {t('keeping.restoreNow')}
        </Button>
        <Button autoFocus onPress={onCancel}>
          {t('keeping.cancel')}
        </Button>
      </Row>
    </div>
  );
}
