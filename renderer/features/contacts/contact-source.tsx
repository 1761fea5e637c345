import { Building2 } from 'lucide-react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './contact-source.module.css';

const cx = bindClasses(styles);

/** Says of a contact that it is of the PBX's directory; one's own need no word. */
export function ContactSourceMark({ source }: Pick<Contact, 'source'>) {
  const { t } = useWords();
  if (source === 'own') return null;
  return (
    <span className={cx('source')}>
      <Icon of={Building2} size={14} />
      {t(`contacts.source.${source}`)}
    </span>
  );
}
