import { UserRound } from 'lucide-react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './contact-picture.module.css';
import { initials } from './contact-rows.ts';

const cx = bindClasses(styles);

/** Stands for a person beside the name; a sign of what they do now has its place at the corner. */
export function ContactPicture({ contact, large = false }: { readonly contact: Contact; readonly large?: boolean }) {
  const letters = initials(contactTitle(contact));
  return (
    <span className={cx('picture', large && 'large')} aria-hidden="true">
      {letters === '' ? <Icon of={UserRound} size={large ? 24 : 16} /> : letters}
    </span>
  );
}
