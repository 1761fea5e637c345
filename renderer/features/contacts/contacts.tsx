import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { useAppState } from '../../stores/app-state.ts';
import {
  chooseContact,
  deleteContact,
  draftOf,
  editContact,
  forgetContactFailure,
  saveContact,
  showContactPage,
  undoLast,
  useContactDesk,
} from '../../stores/contact-desk.ts';
import { findDuplicates } from '../../stores/contact-duplicates.ts';
import { readContacts, useContacts } from '../../stores/contacts.ts';
import { originate } from '../../stores/dialling.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useMedia } from '../../ui/use-media.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import { ContactAside } from './contact-aside.tsx';
import { ContactBrowse } from './contact-browse.tsx';
import { ContactDuplicates } from './contact-duplicates.tsx';
import { ContactUndo } from './contact-undo.tsx';
import styles from './contacts.module.css';

const cx = bindClasses(styles);

/** The list, and beside it or instead of it a card, a form or the duplicates. */
export function Contacts() {
  const roomy = useMedia('(min-width: 1040px)');
  const page = useContactDesk((store) => store.page);
  const failure = useContactDesk((store) => store.failure);
  const mode = useAppState((store) => store.state?.settings.mode);
  const problem = useProblemAt('contacts');
  const frame = useRef<HTMLDivElement>(null);

  // What changed while the tab was closed; the demo has another directory.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mode is the reason to ask
  useEffect(() => {
    void readContacts();
    void findDuplicates();
    return forgetContactFailure;
  }, [mode]);
  useFocusThatFollows(frame, page.show);

  const call = (contact: Contact, number: string, literal: boolean) =>
    void originate(number, 'contacts', { contactTrunk: contact.trunkName, literal });
  const remove = async (contact: Contact, next: Contact | null) => {
    if (contact.source !== 'own') {
      chooseContact(contact);
      showContactPage({ show: 'card' });
    } else if ((await deleteContact(contact)) !== null) chooseContact(next);
  };
  const edit = (contact: Contact) => {
    chooseContact(contact);
    if (contact.source === 'own') editContact(contact.id);
    else showContactPage({ show: 'card' });
  };
  const copy = async (contact: Contact) => {
    const copied = await saveContact(null, { ...draftOf(contact), favourite: false });
    if (copied !== null) editContact(copied.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWritten(event.target)) return;
    const primary = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const { chosen } = useContactDesk.getState();
    if (primary && event.code === 'KeyZ') void undoLast();
    else if (chosen !== null && ((primary && event.code === 'KeyE') || event.key === 'F2')) edit(chosen);
    else return;
    event.preventDefault();
  };

  const aside = <ContactAside roomy={roomy} onCall={call} onDelete={remove} onCopy={copy} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from what has the focus, it is nothing to click
    <div ref={frame} className={cx('contacts')} onKeyDown={onKeyDown}>
      {problem === null ? null : (
        <div className={cx('problem')}>
          <ErrorNote error={problem} />
        </div>
      )}
      {failure === null || page.show === 'form' ? null : (
        <div className={cx('problem')}>
          <ErrorNote error={failure} />
        </div>
      )}
      {page.show === 'duplicates' ? (
        <ContactDuplicates />
      ) : roomy ? (
        <div className={cx('beside')}>
          <ContactBrowse opens={false} onCall={call} onDelete={remove} onEdit={edit} />
          <div className={cx('aside')}>{aside}</div>
        </div>
      ) : page.show === 'list' ? (
        <ContactBrowse opens onCall={call} onDelete={remove} onEdit={edit} />
      ) : (
        aside
      )}
      <ContactUndo onUndo={() => void undoLast()} />
    </div>
  );
}

/** Keys are for the text there. */
function isWritten(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input:not([type="radio"]), textarea') !== null;
}

/** A page begins at its first control; the list goes on where it was. */
function useFocusThatFollows(frame: React.RefObject<HTMLDivElement | null>, show: string): void {
  const before = useRef(show);
  useEffect(() => {
    const left = before.current;
    before.current = show;
    if (left === show || show === 'form') return;
    const inList = show === 'list' && useContacts.getState().entries.length > 0;
    const next = inList ? '[role="grid"]' : '[data-first], button, input';
    frame.current?.querySelector<HTMLElement>(next)?.focus();
  }, [frame, show]);
}
