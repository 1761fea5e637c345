import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { chooseContact, showContactPage, useContactDesk } from '../../stores/contact-desk.ts';
import {
  type ListedContact,
  loadMoreContacts,
  loadPreviousContacts,
  readFromBeginning,
  useContacts,
} from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './contact-list.module.css';
import { ContactMore } from './contact-more.tsx';
import { ContactRowView } from './contact-row.tsx';
import { contactRows, rowHeight, shownNumber, stepContact } from './contact-rows.ts';
import { useChosenInSight } from './use-chosen-in-sight.ts';
import { useRowsInPlace } from './use-rows-in-place.ts';

const cx = bindClasses(styles);
/** How many rows before the end the next page is asked for. */
const readAhead = 40;
/** A row of a contact, for how many are a page. */
const usualRow = 56;

export interface ContactListProps {
  /** A click opens the card where it has no place beside the list. */
  readonly opens: boolean;
  /** `literal`: Alt was held. */
  readonly onCall: (contact: Contact, number: string, literal: boolean) => void;
  readonly onDelete: (listed: ListedContact, next: ListedContact | null) => void;
  readonly onEdit: (contact: Contact) => void;
  /** Upwards from the first row, and for what is typed. */
  readonly onSearch: () => void;
}

/** By name, or the best first. A click selects; calling needs its own button, or Enter on the selected row. */
export function ContactList({ opens, onCall, onDelete, onEdit, onSearch }: ContactListProps) {
  const { t } = useWords();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const { entries, query, previous, skipped, next, total } = useContacts();
  const failed = useContacts((store) => store.failure !== null);
  const chosen = useContactDesk((store) => store.chosen?.id ?? null);
  const rows = useMemo(
    () => contactRows(entries, { byName: query === '', complete: next === null, skipped }),
    [entries, query, next, skipped],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const firstShown = items.at(0)?.index ?? 0;
  const lastShown = items.at(-1)?.index ?? 0;

  // What failed is not asked for again and again by scrolling: its button does that.
  useEffect(() => {
    if (next !== null && !failed && lastShown >= rows.length - readAhead) void loadMoreContacts();
  }, [next, failed, lastShown, rows.length]);
  useEffect(() => {
    if (previous !== null && !failed && firstShown <= readAhead) void loadPreviousContacts();
  }, [previous, failed, firstShown]);

  // Letters come and go with other rows, and with them the heights.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other heights
  useEffect(() => virtualizer.measure(), [rows, virtualizer]);
  useRowsInPlace(scroller, rows);

  const { chosenRow, awaited } = useChosenInSight(rows, virtualizer);

  const move = (step: number) => {
    const target = stepContact(rows, chosen, step);
    if (target !== null) chooseContact(target.contact);
  };
  const goToBeginning = async () => {
    chooseContact(null);
    await readFromBeginning();
    const [first] = useContacts.getState().entries;
    if (first !== undefined) chooseContact(first.contact);
  };
  const chosenListed = () => entries.find(({ contact }) => contact.id === chosen) ?? null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target === event.currentTarget;
    const listed = chosenListed();
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter') {
      const number = listed === null ? null : shownNumber(listed);
      if (onRow && !event.repeat && listed !== null && number !== null) onCall(listed.contact, number, event.altKey);
      return;
    }
    if (alone && onRow && event.key === ' ' && listed !== null) {
      event.preventDefault();
      showContactPage({ show: 'card' });
      return;
    }
    if (alone && event.key === 'Delete' && listed !== null && !event.repeat) {
      event.preventDefault();
      const at = entries.indexOf(listed);
      onDelete(listed, entries[at + 1] ?? entries[at - 1] ?? null);
      return;
    }
    if (event.key === 'F2' && listed !== null) {
      event.preventDefault();
      onEdit(listed.contact);
      return;
    }
    if (alone && event.key === 'ArrowUp' && (chosen === null || chosen === entries[0]?.contact.id)) {
      event.preventDefault();
      onSearch();
      return;
    }
    // Letters go on with the search.
    if (alone && onRow && /^\p{L}$/u.test(event.key)) {
      onSearch();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / usualRow) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step === undefined || !alone) return;
    event.preventDefault();
    // From the button of a row, which the arrows may carry out of sight.
    event.currentTarget.focus();
    if (event.key === 'Home' && previous !== null) void goToBeginning();
    else move(step);
  };

  const rowId = (key: string) => `${listId}-${key}`;
  const chosenShown = items.some((item) => item.key === chosen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by a virtual list, which a table cannot do
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      data-control="contact-list"
      className={cx('list')}
      aria-label={t('contacts.label')}
      aria-rowcount={total}
      {...(chosen !== null && chosenShown ? { 'aria-activedescendant': rowId(chosen) } : {})}
      onKeyDown={onKeyDown}
      onMouseDown={() => {
        pressed.current = true;
      }}
      onMouseUp={() => {
        pressed.current = false;
      }}
      onFocus={(event) => {
        // A click is about to choose its own row.
        if (pressed.current || event.target !== event.currentTarget || chosenRow >= 0 || awaited) return;
        const first = stepContact(rows, null, 1);
        if (first !== null) chooseContact(first.contact);
      }}
    >
      <div role="presentation" className={cx('canvas')} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${item.start}px)`, blockSize: item.size };
          return (
            <div key={row.key} role="presentation" className={cx('place')} style={place}>
              {row.kind === 'letter' ? (
                // Seen only: every row says its own name.
                <div className={cx('letter')} aria-hidden="true">
                  {row.letter}
                </div>
              ) : row.kind === 'more' ? (
                <ContactMore />
              ) : (
                <ContactRowView
                  id={rowId(row.key)}
                  listed={row.listed}
                  query={query}
                  position={row.position}
                  selected={row.key === chosen}
                  onSelect={() => {
                    chooseContact(row.listed.contact);
                    if (opens) showContactPage({ show: 'card' });
                  }}
                  onCall={(number, literal) => onCall(row.listed.contact, number, literal)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
