import { CircleAlert, Import, SearchX, UserPlus, UserRound, Users } from 'lucide-react';
import { useRef } from 'react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { parseDestination } from '../../../shared/domain/destination.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { chooseContact, newContact, showContactPage } from '../../stores/contact-desk.ts';
import { useContactDuplicates } from '../../stores/contact-duplicates.ts';
import { everybody, filterContacts, readContacts, searchContacts, useContacts } from '../../stores/contacts.ts';
import { goToSetting, openGroup } from '../../stores/settings-search.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { DirectoryLine } from '../presence/directory-line.tsx';
import styles from './contact-browse.module.css';
import { ContactFilters } from './contact-filters.tsx';
import { ContactList } from './contact-list.tsx';
import { ContactSearch } from './contact-search.tsx';

const cx = bindClasses(styles);

export interface ContactBrowseProps {
  /** A click opens the card. */
  readonly opens: boolean;
  readonly onCall: (contact: Contact, number: string, literal: boolean) => void;
  readonly onDelete: (contact: Contact, next: Contact | null) => Promise<void>;
  readonly onEdit: (contact: Contact) => void;
}

/** The search above, the list below it. */
export function ContactBrowse({ opens, onCall, onDelete, onEdit }: ContactBrowseProps) {
  const { t, digits } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { ready, failure, query } = useContacts();
  const amount = useContacts((store) => store.entries.length);
  const alone = useContacts(
    ({ filter }) => filter === everybody || JSON.stringify(filter) === JSON.stringify(everybody),
  );
  const ofPbx = useContacts((store) => store.filter.source === 'pbx');
  const nobody = ready && amount === 0 && query === '' && alone;
  const alike = useContactDuplicates((store) => store.groups) ?? [];
  // What was searched begins at the best; the whole list goes on where it was.
  const intoList = () => {
    const [best] = useContacts.getState().entries;
    if (query !== '' && best !== undefined) chooseContact(best.contact);
    list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  return (
    <div ref={list} className={cx('browse')}>
      <div className={cx('top')}>
        <div className={cx('bar')}>
          <ContactSearch inputRef={input} onDown={intoList} />
          <IconButton aria-label={t('contacts.exchange')} onPress={() => openGroup('contacts')}>
            <Icon of={Import} size={18} />
          </IconButton>
          <IconButton aria-label={t('commands.name.new-contact')} onPress={() => newContact()}>
            <Icon of={UserPlus} size={18} />
          </IconButton>
        </div>
        {nobody ? null : <ContactFilters />}
        {nobody || ofPbx ? <DirectoryLine /> : null}
      </div>
      {alike.length === 0 || query !== '' ? null : (
        <div className={cx('alike')}>
          <Icon of={Users} />
          <span className={cx('alikeWords')}>
            {t(alikeWords(alike), { amount: digits(String(alike.length === 1 ? alike[0]?.length : alike.length)) })}
          </span>
          <LinkButton data-control="compare" onPress={() => showContactPage({ show: 'duplicates' })}>
            {t('contacts.compare')}
          </LinkButton>
        </div>
      )}
      {query === '' ? null : (
        <VisuallyHidden live="polite">{t('contacts.found', { amount: digits(String(amount)) })}</VisuallyHidden>
      )}
      {ready || failure !== null ? null : <Skeleton label={t('contacts.loading')} />}
      {failure !== null && amount === 0 ? (
        <EmptyState
          tone="bad"
          icon={CircleAlert}
          title={t('contacts.failed')}
          text={errorWords(failure, t).nextStep}
          action={<Button onPress={() => void readContacts()}>{t('action.tryAgain')}</Button>}
        />
      ) : nobody ? (
        <EmptyState
          icon={UserRound}
          title={t('contacts.emptyTitle')}
          text={t('contacts.emptyText')}
          action={
            <div className={cx('choices')}>
              <Button look="primary" onPress={() => newContact()}>
                {t('commands.name.new-contact')}
              </Button>
              <Button onPress={() => goToSetting('contacts', 'contacts.import')}>{t('contacts.import')}</Button>
            </div>
          }
        />
      ) : ready && amount === 0 ? (
        <NoHits onClear={() => input.current?.focus()} />
      ) : ready ? (
        <ContactList
          opens={opens}
          onCall={onCall}
          onEdit={onEdit}
          onDelete={(listed, next) => void onDelete(listed.contact, next?.contact ?? null)}
          onSearch={() => input.current?.focus()}
        />
      ) : null}
    </div>
  );
}

/** Nothing fits: the search or the filter goes, or what was searched becomes a contact. */
function NoHits({ onClear }: { readonly onClear: () => void }) {
  const { t, number } = useWords();
  const query = useContacts((store) => store.query);
  const countryCode = useSnapshot((state) => state.effective.identity.countryCode);
  const callable = parseDestination(query, { countryCode }).ok;
  const clear = () => {
    searchContacts('');
    filterContacts(everybody);
    onClear();
  };
  return (
    <EmptyState
      icon={SearchX}
      title={query === '' ? t('contacts.noneHere') : t('contacts.noHits', { query: query.trim() })}
      text={t(query === '' ? 'contacts.noneHereNext' : 'contacts.noHitsNext')}
      action={
        <div className={cx('choices')}>
          {callable ? (
            <Button look="primary" onPress={() => newContact(query.trim())}>
              {t('contacts.newWithNumber', { number: number(query.trim()) })}
            </Button>
          ) : null}
          <Button onPress={clear}>{t(query === '' ? 'contacts.showAll' : 'contacts.clearSearch')}</Button>
        </div>
      }
    />
  );
}

function alikeWords(groups: readonly (readonly Contact[])[]) {
  if (groups.length > 1) return 'contacts.alikeMany';
  return groups[0]?.length === 2 ? 'contacts.alikeOne' : 'contacts.alikeSome';
}
