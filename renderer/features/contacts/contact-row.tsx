import { Phone, PhoneOff, Star, StickyNote, Tag } from 'lucide-react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import type { ListedContact } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { PresenceDot } from '../presence/presence-dot.tsx';
import { excerpt, numberMarks, textMarks } from './contact-marks.ts';
import { ContactPicture } from './contact-picture.tsx';
import styles from './contact-row.module.css';
import { shownNumber } from './contact-rows.ts';
import { ContactSourceMark } from './contact-source.tsx';

const cx = bindClasses(styles);

export interface ContactRowProps {
  readonly id: string;
  readonly listed: ListedContact;
  /** What the list was searched for. */
  readonly query: string;
  /** In the whole list, from 1. */
  readonly position: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onCall: (number: string, literal: boolean) => void;
}

export function ContactRowView({ id, listed, query, position, selected, onSelect, onCall }: ContactRowProps) {
  const { t, number } = useWords();
  const { contact } = listed;
  const title = contactTitle(contact);
  const written = shownNumber(listed);
  const extension = contact.source === 'own' ? null : (contact.numbers[0]?.written ?? null);
  const nameless = contact.name.trim() === '' && contact.company.trim() === '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid moves the selection by keys
    <div
      id={id}
      role="row"
      aria-rowindex={position}
      aria-selected={selected}
      className={cx('row', selected && 'selected')}
      onClick={onSelect}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('main')}>
        <ContactPicture contact={contact} />
        <span className={cx('words')}>
          <span className={cx('head')}>
            <span className={cx('name')} title={title}>
              {nameless ? (
                <NumberText>{number(title)}</NumberText>
              ) : (
                <bdi>
                  <MarkedText text={title} marks={textMarks(title, query)} />
                </bdi>
              )}
            </span>
            {contact.favourite ? (
              <span className={cx('star')} title={t('contacts.favourite')}>
                <Icon of={Star} size={14} />
                <VisuallyHidden>{t('contacts.favourite')}</VisuallyHidden>
              </span>
            ) : null}
            <ContactSourceMark source={contact.source} />
          </span>
          <span className={cx('details')}>
            {contact.doNotCall ? (
              <span className={cx('stop')}>
                <Icon of={PhoneOff} size={14} />
                {t('contacts.doNotCall')}
              </span>
            ) : null}
            {written === null || nameless ? null : (
              <span className={cx('number')} title={number(written)}>
                <bdi dir="ltr">
                  <MarkedText text={number(written)} marks={numberMarks(number(written), query)} />
                </bdi>
              </span>
            )}
            {extension === null ? null : <PresenceDot number={extension} />}
            <Found listed={listed} query={query} />
          </span>
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('action')}>
        {written === null ? null : (
          <IconButton
            aria-label={t('contacts.call', { name: title })}
            preventFocusOnPress
            excludeFromTabOrder={!selected}
            onPress={({ altKey }) => onCall(written, altKey)}
          >
            <Icon of={Phone} />
          </IconButton>
        )}
      </div>
    </div>
  );
}

/** Beside the number: what was found, where the name and the number do not show it, else the company. */
function Found({ listed: { contact, matched }, query }: { readonly listed: ListedContact; readonly query: string }) {
  const note = matched?.field === 'note' ? contact.note : null;
  const tags = matched?.field === 'tag' ? contact.tags.join(', ') : null;
  const text = note ?? tags ?? companyBeside(contact);
  if (text === '') return null;
  const shown = excerpt(text, query);
  return (
    <span className={cx('found')} title={text}>
      {note === null ? null : <Icon of={StickyNote} size={14} />}
      {tags === null ? null : <Icon of={Tag} size={14} />}
      <bdi>
        <MarkedText {...shown} />
      </bdi>
    </span>
  );
}

function companyBeside({ name, company }: Contact): string {
  return name.trim() === '' ? '' : company;
}
