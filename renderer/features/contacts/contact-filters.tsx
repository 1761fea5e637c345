import { Tag } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { ContactFilter } from '../../../shared/ipc/contact-contract.ts';
import { filterContacts, useContacts } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Select } from '../../ui/select.tsx';
import styles from './contact-filters.module.css';

const cx = bindClasses(styles);
const groups = ['all', 'own', 'pbx', 'favourites'] as const;
type Group = (typeof groups)[number];
/** Stands for every tag and for none: a tag cannot begin with a space. */
const anyTag = ' any';

/** Whom the list shows. */
export function ContactFilters() {
  const { t } = useWords();
  const filter = useContacts((store) => store.filter);
  const tags = useContacts((store) => store.tags);
  return (
    <div className={cx('filters')}>
      <RadioGroup
        className={cx('groups')}
        orientation="horizontal"
        aria-label={t('contacts.show')}
        value={groupOf(filter)}
        onChange={(value) => {
          const group = groups.find((candidate) => candidate === value);
          if (group !== undefined) filterContacts(filterOf(group));
        }}
      >
        {groups.map((group) => (
          <Radio key={group} value={group} className={cx('group')}>
            {t(`contacts.group.${group}`)}
          </Radio>
        ))}
      </RadioGroup>
      {tags.length === 0 ? null : (
        <div className={cx('tags')}>
          <Select
            label={t('contacts.tag')}
            labelHidden
            quiet={filter.tag === null}
            quietIcon={Tag}
            value={filter.tag ?? anyTag}
            options={[
              { value: anyTag, label: t('contacts.anyTag') },
              ...tags.map((tag) => ({ value: tag, label: tag })),
            ]}
            onChange={(tag) => filterContacts({ tag: tag === anyTag ? null : tag })}
          />
        </div>
      )}
    </div>
  );
}

function groupOf({ source, favourites }: ContactFilter): Group {
  return favourites ? 'favourites' : source;
}

function filterOf(group: Group): Pick<ContactFilter, 'source' | 'favourites'> {
  return group === 'favourites' ? { source: 'all', favourites: true } : { source: group, favourites: false };
}
