import { ArrowLeft, Users } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { leaveContactPage, mergeContacts } from '../../stores/contact-desk.ts';
import { keepApart, proposeAgain, useContactDuplicates } from '../../stores/contact-duplicates.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './contact-duplicates.module.css';
import { ContactPicture } from './contact-picture.tsx';

const cx = bindClasses(styles);

/** Contacts that share a number, side by side: one keeps its name and takes what the others have besides. */
export function ContactDuplicates() {
  const { t, digits } = useWords();
  const { groups, apart, failure } = useContactDuplicates();
  return (
    <div className={cx('duplicates')}>
      <div className={cx('bar')}>
        <IconButton data-first aria-label={t('contacts.back')} onPress={leaveContactPage}>
          <Icon of={ArrowLeft} mirrored size={18} />
        </IconButton>
        <h2 className={cx('title')}>{t('contacts.alikeTitle')}</h2>
      </div>
      <div className={cx('scroller')}>
        {failure === null ? null : <ErrorNote error={failure} />}
        {groups !== null && groups.length === 0 ? (
          <EmptyState
            icon={Users}
            title={t('contacts.alikeNone')}
            action={<Button onPress={leaveContactPage}>{t('contacts.back')}</Button>}
          />
        ) : (
          (groups ?? []).map((group) => <AlikeGroup key={group.map(({ id }) => id).join(' ')} group={group} />)
        )}
        {apart === 0 ? null : (
          <p className={cx('apart')}>
            {apart === 1 ? t('contacts.apartOne') : t('contacts.apartMany', { amount: digits(String(apart)) })}{' '}
            <LinkButton onPress={() => void proposeAgain()}>{t('contacts.proposeAgain')}</LinkButton>
          </p>
        )}
      </div>
    </div>
  );
}

function AlikeGroup({ group }: { readonly group: readonly Contact[] }) {
  const { t, number } = useWords();
  const [keepId, setKeepId] = useState(group[0]?.id ?? '');
  const keep = group.find(({ id }) => id === keepId);
  const isShared = (of: Contact, written: string) =>
    group.some((other) => other !== of && other.numbers.some((number) => sameNumber(number.written, written)));
  return (
    <section className={cx('group')}>
      <RadioGroup className={cx('choice')} value={keepId} onChange={setKeepId}>
        <Label className={cx('caption')}>{t('contacts.keepName')}</Label>
        <div className={cx('sides')}>
          {group.map((contact) => (
            <Radio key={contact.id} value={contact.id} className={cx('side')}>
              <span className={cx('head')}>
                <ContactPicture contact={contact} />
                <span className={cx('who')}>
                  <span className={cx('name')}>
                    <bdi>{contactTitle(contact)}</bdi>
                  </span>
                  {contact.company === '' ? null : (
                    <span className={cx('quiet')}>
                      <bdi>{contact.company}</bdi>
                    </span>
                  )}
                </span>
                <span className={cx('dot')} />
              </span>
              {contact.numbers.map(({ label, written }) => (
                <span key={`${label} ${written}`} className={cx('line')}>
                  <span className={cx('quiet')}>{t(`contacts.kind.${label}`)}</span>
                  <span className={cx(isShared(contact, written) && 'shared')}>
                    <NumberText>{number(written)}</NumberText>
                  </span>
                </span>
              ))}
              {contact.tags.length === 0 ? null : (
                <span className={cx('tags')}>
                  {contact.tags.map((tag) => (
                    <Badge key={tag}>
                      <bdi>{tag}</bdi>
                    </Badge>
                  ))}
                </span>
              )}
              {contact.note === '' ? null : (
                <span className={cx('quiet', 'note')}>
                  <bdi>{contact.note}</bdi>
                </span>
              )}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className={cx('actions')}>
        <Button
          look="primary"
          onPress={() => {
            if (keep !== undefined) {
              void mergeContacts(
                keep,
                group.filter((contact) => contact !== keep),
              );
            }
          }}
        >
          {t('contacts.merge')}
        </Button>
        <Button onPress={() => void keepApart(group)}>{t('contacts.keepApart')}</Button>
      </div>
    </section>
  );
}
