import { BookUser, RefreshCw, TriangleAlert } from 'lucide-react';
import { refreshDirectory, usePresence } from '../../stores/presence.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './directory-line.module.css';

const cx = bindClasses(styles);

/** When the directory of the phone system was read and what of it is not to be had, with the way to read it again. */
export function DirectoryLine() {
  const { t, style, age, digits } = useWords();
  const { running, services } = usePresence((store) => store.directory);
  const now = useNow(10_000);
  const shown = services.filter(({ service }) => service === 'users' || service === 'contacts');
  const read = shown.flatMap((service) => service.read ?? []);
  const count = read.reduce((sum, one) => sum + one.count, 0);
  // What was refused for the same reason is said in one line.
  const failed = new Map<string, string[]>();
  for (const { service, failure } of services) {
    if (failure === null) continue;
    const why = errorWords(failure.error, t).message;
    failed.set(why, [...(failed.get(why) ?? []), t(`presence.service.${service}`)]);
  }
  const list = new Intl.ListFormat(style.language);
  const amount = (value: number) => digits(String(value));
  return (
    <div className={cx('directory')}>
      <div className={cx('line')}>
        <Icon of={running === null ? BookUser : RefreshCw} size={14} spinning={running !== null} />
        <span className={cx('words')} role="status">
          {running !== null
            ? t('presence.directory.reading', { what: t(`presence.service.${running.service}`) })
            : read.length === 0
              ? t('presence.directory.never')
              : t('presence.directory.read', {
                  count: amount(count),
                  age: age(now - Math.max(...read.map(({ atMs }) => atMs))),
                })}
        </span>
        <LinkButton isDisabled={running !== null} onPress={() => void refreshDirectory()}>
          {t(read.length === 0 ? 'presence.directory.first' : 'presence.directory.again')}
        </LinkButton>
      </div>
      {running?.total == null || running.total === 0 ? null : (
        <Progress
          label={t(`presence.service.${running.service}`)}
          done={running.read}
          total={running.total}
          words={`${amount(running.read)} / ${amount(running.total)}`}
        />
      )}
      {[...failed].map(([why, what]) => (
        <p key={why} className={cx('failure')}>
          <Icon of={TriangleAlert} size={14} />
          <span>{t('presence.directory.failed', { what: list.format(what), why })}</span>
        </p>
      ))}
    </div>
  );
}
