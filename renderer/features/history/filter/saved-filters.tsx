import { Bookmark } from 'lucide-react';
import { useRef, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { isSameWish, longestFilterName, mostSavedFilters } from '../../../../shared/domain/history/history-wish.ts';
import { useHistoryDesk, wishFor } from '../../../stores/history-desk.ts';
import {
  forgetRemoved,
  isNameTaken,
  restoreFilter,
  saveFilter,
  showSavedFilters,
  useSavedFilters,
} from '../../../stores/saved-filters.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { InfoPopover } from '../../../ui/info-popover.tsx';
import { Sentence } from '../../../ui/sentence.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import { SavedFilterRow } from './saved-filter-row.tsx';
import styles from './saved-filters.module.css';

const cx = bindClasses(styles);

/** Filters with a name: one press shows their calls. */
export function SavedFilters() {
  const { t } = useWords();
  const open = useSavedFilters((store) => store.open);
  return (
    <DialogTrigger isOpen={open} onOpenChange={showSavedFilters}>
      <Tooltip text={t('historyFilter.saved')}>
        <IconButton aria-label={t('historyFilter.saved')}>
          <Icon of={Bookmark} size={18} />
        </IconButton>
      </Tooltip>
      <InfoPopover at="end" holds="text" label={t('historyFilter.saved')}>
        {(close) => <SavedList onClose={close} />}
      </InfoPopover>
    </DialogTrigger>
  );
}

function SavedList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { filters, failure, removed } = useSavedFilters();
  const wish = useHistoryDesk((store) => store.wish);
  const list = useRef<HTMLUListElement>(null);
  const restore = async () => {
    await restoreFilter();
    const at = removed?.at ?? 0;
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-use]')[at]?.focus());
  };
  const isNew = Object.keys(wish).length > 0 && filters?.some((filter) => isSameWish(filter.wish, wish)) === false;
  return (
    <>
      <h2 className={cx('title')}>{t('historyFilter.saved')}</h2>
      {failure === null ? null : <ErrorNote error={failure} />}
      {filters?.length === 0 && !isNew ? <p className={cx('none')}>{t('historyFilter.noneSaved')}</p> : null}
      {filters === null || filters.length === 0 ? null : (
        <ul ref={list} className={cx('list')} aria-label={t('historyFilter.saved')}>
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
      <div className={cx('removed', removed === null && 'nothing')} data-removed>
        <UndoBar
          title={removed?.filter.name ?? ''}
          done={
            removed === null ? null : (
              <Sentence
                text={t('historyFilter.deleted', { skipInterpolation: true })}
                parts={{ name: <bdi className={cx('gone')}>{removed.filter.name}</bdi> }}
              />
            )
          }
          onUndo={() => void restore()}
          onClose={forgetRemoved}
        />
      </div>
      {isNew ? <SaveThis key={JSON.stringify(wish)} /> : null}
    </>
  );
}

/** What is shown now gets a name; under one that is taken only when that was said. */
function SaveThis() {
  const { t, digits } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const filters = useSavedFilters((store) => store.filters ?? []);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const taken = isNameTaken(filters, name);
  const full = !taken && filters.length >= mostSavedFilters;
  const warned = taken && asked === name;
  const problem = warned
    ? t('historyFilter.replaces')
    : full && asked === name
      ? t('historyFilter.full', { amount: digits(String(mostSavedFilters)) })
      : null;
  const save = () => {
    setAsked(name);
    if (name.trim() !== '' && !full && (warned || !taken)) void saveFilter(name, wish);
  };
  return (
    <form
      className={cx('save')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={t('historyFilter.nameOfThis')}
        value={name}
        maxLength={longestFilterName}
        autoFocus
        problem={problem}
        onChange={setName}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t(warned ? 'historyFilter.replace' : 'historyFilter.save')}
      </Button>
    </form>
  );
}
