import { Users } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { mergeContacts as merged } from '../../../shared/domain/contact/merge-contacts.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { leaveContactPage, mergeContacts } from '../../stores/contact-desk.ts';
import { keepApart, proposeAgain, useContactDuplicates } from '../../stores/contact-duplicates.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { ViewHead } from '../../ui/view-head.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './contact-duplicates.module.css';
import { ContactPicture } from './contact-picture.tsx';
import { ContactSigns, hasSigns } from './contact-signs.tsx';
import { ContactTags } from './contact-tags.tsx';

const cx = bindClasses(styles);

/** Contacts that share a number, side by side: one keeps its name and takes what the others have besides. */
export function ContactDuplicates() {
  const { t, digits } = useWords();
  const { groups, apart, failure } = useContactDuplicates();
  return (
    <div className={cx('duplicates')}>
      <ViewHead backLabel={t('contacts.back')} onBack={leaveContactPage} title={<h2>{t('contacts.alikeTitle')}</h2>} />
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
  const { t } = useWords();
  const [keepId, setKeepId] = useState(group[0]?.id ?? '');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = group.filter(({ id }) => !leftOut.has(id));
  const keep = chosen.find(({ id }) => id === keepId) ?? chosen[0];
  const others = chosen.filter((contact) => contact !== keep);
  const include = (id: string, included: boolean) =>
    setLeftOut((before) => new Set(included ? [...before].filter((one) => one !== id) : [...before, id]));
  if (keep === undefined) return null;
  const result = merged<ContactDraft>(keep, others);
  return (
    <section className={cx('group')}>
      <RadioGroup className={cx('choice')} value={keep.id} onChange={setKeepId}>
        <Label className={cx('caption')}>{t('contacts.keepName')}</Label>
        <div className={cx('sides')}>
          {group.map((contact) => (
            <div key={contact.id} className={cx('place')}>
              <Side contact={contact} group={group} isDisabled={leftOut.has(contact.id)} />
              {group.length === 2 ? null : (
                <CheckBox
                  isSelected={!leftOut.has(contact.id)}
                  isDisabled={chosen.length === 2 && chosen.includes(contact)}
                  onChange={(included) => include(contact.id, included)}
                >
                  {t('contacts.include')}
                  <VisuallyHidden>{contactTitle(contact)}</VisuallyHidden>
                </CheckBox>
              )}
            </div>
          ))}
        </div>
      </RadioGroup>
      {hasSigns(result) ? (
        <p className={cx('result')}>
          <span className={cx('caption')}>{t('contacts.mergedHas')}</span>
          <ContactSigns contact={result} />
        </p>
      ) : null}
      <div className={cx('actions')}>
        <Button look="primary" onPress={() => void mergeContacts(keep, others)}>
          {t('contacts.merge')}
        </Button>
        <Button onPress={() => void keepApart(chosen)}>{t('contacts.keepApart')}</Button>
      </div>
    </section>
  );
}

interface SideProps {
  readonly contact: Contact;
  readonly group: readonly Contact[];
  readonly isDisabled: boolean;
}

function Side({ contact, group, isDisabled }: SideProps) {
  const { t, number } = useWords();
  const isShared = (written: string) =>
    group.some((other) => other !== contact && other.numbers.some((one) => sameNumber(one.written, written)));
  return (
    <Radio value={contact.id} className={cx('side')} isDisabled={isDisabled}>
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
          <span className={cx(isShared(written) && 'shared')}>
            <NumberText>{number(written)}</NumberText>
          </span>
        </span>
      ))}
      <ContactSigns contact={contact} />
      {contact.tags.length === 0 ? null : <ContactTags tags={contact.tags} />}
      {contact.note === '' ? null : (
        <span className={cx('quiet', 'note')}>
          <bdi>{contact.note}</bdi>
        </span>
      )}
    </Radio>
  );
}
