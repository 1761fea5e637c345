import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { isSameWish } from '../../../../shared/domain/history/history-wish.ts';
import { useHistoryDesk, wishFor } from '../../../stores/history-desk.ts';
import { saveFilter, showSavedFilters, useSavedFilters } from '../../../stores/saved-filters.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { InfoPopover } from '../../../ui/info-popover.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import { SavedFilterRow } from './saved-filter-row.tsx';
import styles from './saved-filters.module.css';

const cx = bindClasses(styles);
const longestName = 60;

/** Filters with a name: one press shows their calls. */
export function SavedFilters() {
  const { t } = useWords();
  const open = useSavedFilters((store) => store.open);
  return (
    <DialogTrigger isOpen={open} onOpenChange={showSavedFilters}>
      <IconButton aria-label={t('historyFilter.saved')}>
        <Icon of={Bookmark} size={18} />
      </IconButton>
      <InfoPopover at="end" holds="text" label={t('historyFilter.saved')}>
        {(close) => <SavedList onClose={close} />}
      </InfoPopover>
    </DialogTrigger>
  );
}

function SavedList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { filters, failure } = useSavedFilters();
  const wish = useHistoryDesk((store) => store.wish);
  const isNew = Object.keys(wish).length > 0 && filters?.some((filter) => isSameWish(filter.wish, wish)) === false;
  return (
    <>
      <h2 className={cx('title')}>{t('historyFilter.saved')}</h2>
      {failure === null ? null : <ErrorNote error={failure} />}
      {filters?.length === 0 && !isNew ? <p className={cx('none')}>{t('historyFilter.noneSaved')}</p> : null}
      {filters === null || filters.length === 0 ? null : (
        <ul className={cx('list')} aria-label={t('historyFilter.saved')}>
          {filters.map((filter, index) => (
            <SavedFilterRow
              key={filter.name}
              filter={filter}
              index={index}
              last={index === filters.length - 1}
              shown={isSameWish(filter.wish, wish)}
              onUse={() => {
                wishFor(filter.wish);
                onClose();
              }}
            />
          ))}
        </ul>
      )}
      {isNew ? <SaveThis key={JSON.stringify(wish)} /> : null}
    </>
  );
}

/** What is shown now gets a name. */
function SaveThis() {
  const { t } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const [name, setName] = useState('');
  const save = () => {
    if (name.trim() !== '') void saveFilter(name, wish);
  };
  return (
    <form
      className={cx('save')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={t('historyFilter.nameOfThis')} value={name} maxLength={longestName} autoFocus onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('historyFilter.save')}
      </Button>
    </form>
  );
}
