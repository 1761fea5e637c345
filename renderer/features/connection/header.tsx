import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { OwnState } from '../presence/own-state.tsx';
import { ProfileMenu } from '../profiles/profile-menu.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import styles from './header.module.css';
import { NoticePill } from './notices.tsx';
import { UnprotectedBadge } from './unprotected-badge.tsx';

const cx = bindClasses(styles);

/** Whose phone this is, and whether it works. With `withNotices` the notices stand here, where no line is free for them. */
export function Header({ withNotices }: { readonly withNotices: boolean }) {
  const { t, number } = useWords();
  const caller = useSnapshot((state) => state.effective.identity.caller);
  const demo = useSnapshot((state) => state.settings.mode === 'demo');
  const several = useSnapshot((state) => state.settings.otherProfiles.length > 0);
  const own = caller === '' ? t('app.noOwnNumber') : <NumberText>{number(caller)}</NumberText>;
  return (
    <header className={cx('header')}>
      <div className={cx('own')}>
        <OwnState />
        <span className={cx('number')} title={caller}>
          {several ? <ProfileMenu>{own}</ProfileMenu> : own}
          {demo ? <Badge>{t('app.demoBadge')}</Badge> : null}
          {withNotices ? <NoticePill /> : null}
          <UnprotectedBadge />
        </span>
      </div>
      <ConnectionStatus />
    </header>
  );
}
