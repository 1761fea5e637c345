import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/ipc/notices-contract.ts';
import { request } from '../../dialer-api.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './notices.module.css';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';

const cx = bindClasses(styles);

/** What the program is built on, and the terms of each part, which whoever passes it on has to pass on too. */
export function Notices() {
  const { t } = useWords();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [error, setError] = useState<DialerError | null>(null);
  useEffect(() => {
    void request('notices:read', {}).then((answer) => {
      if (answer.ok) setNotices(answer.value);
      else setError(answer.error);
    });
  }, []);
  return (
    <Section title={t('settings.notices.label')} lead={t('settings.notices.help')}>
      <SettingItem of="about.notices">
        {error === null ? null : <ErrorNote error={error} />}
        <ul className={cx('notices')} aria-label={t('settings.notices.label')}>
          {notices.map((notice) => (
            <li key={`${notice.name} ${notice.version}`} className={cx('notice')}>
              <details>
                <summary className={cx('summary')}>
                  <bdi className={cx('name')}>{notice.name}</bdi>
                  <bdi className={cx('version')}>{notice.version}</bdi>
                  <bdi className={cx('licence')}>{notice.licence}</bdi>
                  <span className={cx('sign')}>
                    <Icon of={ChevronDown} />
                  </span>
                </summary>
                <p className={cx('text')} dir="ltr">
                  {notice.text === '' ? notice.licence : notice.text}
                </p>
              </details>
            </li>
          ))}
        </ul>
        <p className={cx('besides')}>{t('settings.notices.besides')}</p>
      </SettingItem>
    </Section>
  );
}
