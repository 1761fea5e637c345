import { UserRound } from 'lucide-react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { leaveContactPage, useContactDesk } from '../../stores/contact-desk.ts';
import { useContacts } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ViewHead } from '../../ui/view-head.tsx';
import styles from './contact-aside.module.css';
import { ContactCard } from './contact-card.tsx';
import { ContactForm } from './contact-form.tsx';

const cx = bindClasses(styles);

export interface ContactAsideProps {
  /** It stands beside the list; else instead of it, with a way back. */
  readonly roomy: boolean;
  readonly onCall: (contact: Contact, number: string, literal: boolean) => void;
  readonly onDelete: (contact: Contact, next: Contact | null) => Promise<void>;
  readonly onCopy: (contact: Contact) => Promise<void>;
}

/** The chosen contact, or the form. */
export function ContactAside({ roomy, onCall, onDelete, onCopy }: ContactAsideProps) {
  const { t } = useWords();
  const page = useContactDesk((store) => store.page);
  const chosen = useContactDesk((store) => store.chosen);
  const someone = useContacts((store) => store.entries.length > 0);
  const edited = page.show === 'form' && page.id !== null ? chosen : null;
  return (
    <>
      {roomy ? null : (
        <ViewHead
          backLabel={t('contacts.back')}
          onBack={leaveContactPage}
          title={<span aria-hidden="true">{t('tabs.contacts')}</span>}
        />
      )}
      {page.show === 'form' ? (
        // A new key begins at the top, with what is typed there.
        <div key={page.id ?? `new ${page.number}`} className={cx('scroller')}>
          <ContactForm contact={edited} number={page.number} />
        </div>
      ) : chosen === null ? (
        someone ? (
          <EmptyState icon={UserRound} title={t('contacts.noneChosen')} />
        ) : null
      ) : (
        <div key={chosen.id} className={cx('scroller')}>
          <ContactCard
            contact={chosen}
            onCall={(number, literal) => onCall(chosen, number, literal)}
            onDelete={() => void onDelete(chosen, null)}
            onCopy={() => void onCopy(chosen)}
          />
        </div>
      )}
    </>
  );
}
