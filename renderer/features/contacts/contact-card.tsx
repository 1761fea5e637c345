import { Building2, CopyPlus, Pencil, PhoneOff, Star, Trash2 } from 'lucide-react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { editContact, markFavourite } from '../../stores/contact-desk.ts';
import { draftName, forgetContactDraft, useContactDrafts } from '../../stores/contact-drafts.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { ContactCalls } from './contact-calls.tsx';
import styles from './contact-card.module.css';
import { ContactNumbers } from './contact-numbers.tsx';
import { ContactPicture } from './contact-picture.tsx';
import { ContactTags } from './contact-tags.tsx';

const cx = bindClasses(styles);

export interface ContactCardProps {
  readonly contact: Contact;
  readonly onCall: (number: string, literal: boolean) => void;
  readonly onDelete: () => void;
  readonly onCopy: () => void;
}

/** All that is known of a contact, and what can be done with it. */
export function ContactCard({ contact, onCall, onDelete, onCopy }: ContactCardProps) {
  const { t, number } = useWords();
  const title = contactTitle(contact);
  const own = contact.source === 'own';
  const nameless = contact.name.trim() === '' && contact.company.trim() === '';
  const draft = draftName(contact.id, '');
  const unsaved = useContactDrafts((store) => store.drafts.has(draft));
  return (
    <article className={cx('card')} aria-label={title}>
      <header className={cx('head')}>
        <ContactPicture contact={contact} large />
        <div className={cx('who')}>
          <h2 className={cx('name')}>{nameless ? <NumberText>{number(title)}</NumberText> : <bdi>{title}</bdi>}</h2>
          {contact.name.trim() === '' || contact.company === '' ? null : (
            <p className={cx('company')}>
              <bdi>{contact.company}</bdi>
            </p>
          )}
        </div>
        {own ? (
          <IconButton
            aria-label={t('contacts.favourite')}
            aria-pressed={contact.favourite}
            onPress={() => void markFavourite(contact, !contact.favourite)}
          >
            <span className={cx('star', contact.favourite && 'on')}>
              <Icon of={Star} size={18} />
            </span>
          </IconButton>
        ) : null}
      </header>
      {own ? (
        <div className={cx('actions')}>
          <Button onPress={() => editContact(contact.id)}>
            <Icon of={Pencil} />
            {t('contacts.edit')}
          </Button>
          <Button onPress={onDelete}>
            <Icon of={Trash2} />
            {t('contacts.delete')}
          </Button>
        </div>
      ) : (
        <div className={cx('origin')}>
          <p className={cx('from')}>
            <Icon of={Building2} />
            <span>{t(`contacts.from.${contact.source}`)}</span>
          </p>
          <Button onPress={onCopy}>
            <Icon of={CopyPlus} />
            {t('contacts.copyToMine')}
          </Button>
        </div>
      )}
      {unsaved ? (
        <Note
          tone="info"
          title={t('contacts.draftKept')}
          action={
            <span className={cx('choices')}>
              <LinkButton onPress={() => editContact(contact.id)}>{t('contacts.goOn')}</LinkButton>
              <LinkButton onPress={() => forgetContactDraft(draft)}>{t('contacts.discard')}</LinkButton>
            </span>
          }
        />
      ) : null}
      {contact.doNotCall ? (
        <p className={cx('stop')}>
          <Icon of={PhoneOff} />
          {t('contacts.doNotCallLong')}
        </p>
      ) : null}
      <ContactNumbers contact={contact} onCall={onCall} />
      {contact.trunkName === null ? null : (
        <Part name={t('contacts.trunk')}>
          <p>
            <bdi>{contact.trunkName}</bdi>
          </p>
        </Part>
      )}
      {contact.tags.length === 0 ? null : (
        <Part name={t('contacts.tags')}>
          <ContactTags tags={contact.tags} />
        </Part>
      )}
      {contact.note.trim() === '' ? null : (
        <Part name={t('contacts.note')}>
          <p className={cx('note')} dir="auto">
            {contact.note}
          </p>
        </Part>
      )}
      <ContactCalls contact={contact} />
    </article>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <section className={cx('part')}>
      <h3 className={cx('partName')}>{name}</h3>
      {children}
    </section>
  );
}
