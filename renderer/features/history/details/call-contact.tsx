import { UserRound, UserRoundPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Contact } from '../../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../../shared/domain/contact/contact-title.ts';
import { readContact, showContactOf } from '../../../stores/contact-desk.ts';
import { useContactNames } from '../../../stores/contact-names.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useContactName, useIsStranger } from '../../../use-contact-name.ts';
import { ContactPicture } from '../../contacts/contact-picture.tsx';
import { ContactTags } from '../../contacts/contact-tags.tsx';
import styles from './call-details.module.css';
import { Part } from './part.tsx';

const cx = bindClasses(styles);

/** Who the number belongs to, and the way to the whole card; of nobody's the way to a new contact. */
export function CallContact({ number }: { readonly number: string }) {
  const { t } = useWords();
  const known = useContactName(number);
  const stranger = useIsStranger(number);
  const contact = useContact(known?.contactId ?? null);
  if (number === '' || (contact === null && !stranger)) return null;
  return (
    <Part name={t('callDetails.contact')}>
      {contact === null ? null : (
        <div className={cx('contact')}>
          <ContactPicture contact={contact} />
          <div className={cx('who')}>
            <bdi className={cx('name')}>{contactTitle(contact)}</bdi>
            {contact.name === '' || contact.company === '' ? null : (
              <bdi className={cx('quiet')}>{contact.company}</bdi>
            )}
          </div>
        </div>
      )}
      {contact === null || contact.tags.length === 0 ? null : <ContactTags tags={contact.tags} />}
      {contact === null || contact.note.trim() === '' ? null : (
        <p className={cx('contactNote')} dir="auto">
          {contact.note}
        </p>
      )}
      <span>
        <Button onPress={() => void showContactOf(number)}>
          <Icon of={stranger ? UserRoundPlus : UserRound} />
          {t(stranger ? 'contacts.addTo' : 'callDetails.openContact')}
        </Button>
      </span>
    </Part>
  );
}

function useContact(id: string | null): Contact | null {
  const [contact, setContact] = useState<Contact | null>(null);
  const revision = useContactNames((store) => store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other contacts are a reason to read it again
  useEffect(() => {
    let gone = false;
    if (id === null) setContact(null);
    else void readContact(id).then((read) => (gone ? undefined : setContact(read)));
    return () => {
      gone = true;
    };
  }, [id, revision]);
  return contact;
}
