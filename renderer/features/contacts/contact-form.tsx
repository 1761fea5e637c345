import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { draftOf, leaveContactPage, saveContact, showContactPage, useContactDesk } from '../../stores/contact-desk.ts';
import {
  draftName,
  emptyDraft,
  forgetContactDraft,
  keepContactDraft,
  type TypedContact,
  toDraft,
  toTyped,
  useContactDrafts,
} from '../../stores/contact-drafts.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { checkContact, isFit } from './check-contact.ts';
import styles from './contact-form.module.css';
import { ContactNumberFields } from './contact-number-fields.tsx';
import { ContactTrunk } from './contact-trunk.tsx';

const cx = bindClasses(styles);

export interface ContactFormProps {
  /** Null: a new one. */
  readonly contact: Contact | null;
  /** What a new one begins with. */
  readonly number: string;
}

/** What is typed stays when the form is left, until it is saved or discarded. */
export function ContactForm({ contact, number }: ContactFormProps) {
  const { t } = useWords();
  const draft = draftName(contact?.id ?? null, number);
  const kept = useContactDrafts((store) => store.drafts.get(draft));
  const [begun] = useState(() =>
    toTyped(contact === null ? { ...emptyDraft, numbers: firstNumbers(number) } : draftOf(contact)),
  );
  const typed = kept ?? begun;
  const countryCode = useSnapshot((state) => state.effective.identity.countryCode);
  const failure = useContactDesk((store) => store.failure);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const problems = checkContact(typed, { countryCode });
  const change = (part: Partial<TypedContact>) => keepContactDraft(draft, { ...typed, ...part });

  useEffect(() => first.current?.focus(), []);

  const discard = () => {
    forgetContactDraft(draft);
    leaveContactPage();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFit(problems)) {
      // As soon as it is marked.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (saving) return;
    setSaving(true);
    const saved = await saveContact(contact?.id ?? null, toDraft(typed));
    setSaving(false);
    if (saved === null) return;
    forgetContactDraft(draft);
    showContactPage({ show: 'card' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    leaveContactPage();
  };
  return (
    <form
      ref={form}
      className={cx('form')}
      aria-label={t(contact === null ? 'contacts.newTitle' : 'contacts.editTitle')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <h2 className={cx('title')}>{t(contact === null ? 'contacts.newTitle' : 'contacts.editTitle')}</h2>
      {failure === null ? null : <ErrorNote error={failure} />}
      <Field
        label={t('contacts.name')}
        value={typed.name}
        inputRef={first}
        limit={200}
        problem={tried && problems.empty ? t('contacts.emptyProblem') : null}
        onChange={(name) => change({ name })}
      />
      <Field
        label={t('contacts.company')}
        value={typed.company}
        limit={200}
        onChange={(company) => change({ company })}
      />
      <ContactNumberFields
        numbers={typed.numbers}
        problems={problems.numbers}
        repeated={problems.repeated}
        tried={tried}
        onChange={(numbers) => change({ numbers })}
      />
      <Field
        label={t('contacts.tags')}
        value={typed.tags}
        limit={800}
        help={t('contacts.tagsHelp')}
        onChange={(tags) => change({ tags })}
      />
      <Field
        label={t('contacts.note')}
        value={typed.note}
        lines={3}
        limit={4000}
        onChange={(note) => change({ note })}
      />
      <ContactTrunk value={typed.trunkName ?? ''} onChange={(trunkName) => change({ trunkName })} />
      <Toggle
        label={t('contacts.favourite')}
        isSelected={typed.favourite}
        onChange={(favourite) => change({ favourite })}
      />
      <Toggle
        label={t('contacts.doNotCall')}
        help={t('contacts.doNotCallHelp')}
        isSelected={typed.doNotCall}
        onChange={(doNotCall) => change({ doNotCall })}
      />
      <div className={cx('actions')}>
        <Button type="submit" look="primary" isDisabled={saving}>
          {t('contacts.save')}
        </Button>
        <Button onPress={discard}>{t(kept === undefined ? 'contacts.cancel' : 'contacts.discard')}</Button>
      </div>
    </form>
  );
}

function firstNumbers(number: string) {
  return number === '' ? [] : [{ label: 'mobile' as const, written: number }];
}
