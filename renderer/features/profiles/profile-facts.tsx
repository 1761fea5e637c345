import type { ProfileSummary } from '../../../shared/settings/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './profile-facts.module.css';

const cx = bindClasses(styles);

/** What tells a profile from others: its name, whose phone, which PBX. */
export function ProfileFacts({ profile }: { readonly profile: ProfileSummary }) {
  const { t, number } = useWords();
  const { name, address, caller } = profile;
  return (
    <span className={cx('facts')}>
      <span className={cx('name')} title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className={cx('rest')}>
        <span>{caller === '' ? t('app.noOwnNumber') : <NumberText>{number(caller)}</NumberText>}</span>
        <span className={cx('address')} title={address}>
          {address === '' ? t('profiles.noAddress') : <NumberText>{address}</NumberText>}
        </span>
      </span>
    </span>
  );
}
