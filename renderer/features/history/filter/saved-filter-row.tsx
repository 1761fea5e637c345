import { ArrowDown, ArrowUp, Check, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type SavedFilter, wishParts } from '../../../../shared/domain/history/history-wish.ts';
import { moveFilter, removeFilter, restoreFilter } from '../../../stores/saved-filters.ts';
import { useWords } from '../../../text/use-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SavedFilterName } from './saved-filter-name.tsx';
import styles from './saved-filters.module.css';
import { useWishWords } from './use-wish-words.ts';

const cx = bindClasses(styles);

export interface SavedFilterRowProps {
  readonly filter: SavedFilter;
  readonly index: number;
  readonly last: boolean;
  /** The list shows its calls now. */
  readonly shown: boolean;
  readonly onUse: () => void;
}

/** A saved filter: its name and what it asks for; arrows walk, with Alt they move it, F2 names it anew, Delete removes it, Ctrl+Z brings back. */
export function SavedFilterRow({ filter, index, last, shown, onUse }: SavedFilterRowProps) {
  const { t } = useWords();
  const row = useRef<HTMLLIElement>(null);
  const wordsOf = useWishWords();
  /** The list, while the name is changed: with another name this is another row of it. */
  const [naming, setNaming] = useState<Element | null>(null);
  const { name, wish } = filter;
  const parts = [...(wish.text === undefined ? [] : [`“${wish.text}”`]), ...wishParts(wish).map(wordsOf)];
  const focusIn = (element: Element | null | undefined) => element?.querySelector<HTMLElement>('[data-use]')?.focus();
  const remove = () => {
    const next = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    const dialog = row.current?.closest('[role="dialog"]');
    // Where none is left there is only the way back.
    void removeFilter(index).then(() =>
      next ? focusIn(next) : dialog?.querySelector<HTMLElement>('[data-removed] button')?.focus(),
    );
  };
  const move = (step: 1 | -1) =>
    void moveFilter(index, step).then((moved) => (moved ? focusIn(row.current) : undefined));
  const beginNaming = () => setNaming(row.current?.parentElement ?? null);
  const endNaming = (byKey: boolean) => {
    setNaming(null);
    if (byKey) requestAnimationFrame(() => focusIn(naming?.children[index]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (naming !== null) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step !== null && event.altKey) move(step);
    else if (step !== null) focusIn(step === 1 ? row.current?.nextElementSibling : row.current?.previousElementSibling);
    else if (event.key === 'F2') beginNaming();
    else if (event.key === 'Delete') remove();
    else if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey) void restoreFilter();
    else return;
    event.preventDefault();
  };
  return (
    <li ref={row} className={cx('row')} onKeyDown={onKeyDown}>
      {naming !== null ? (
        <SavedFilterName index={index} name={name} onEnd={endNaming} />
      ) : (
        <Button className={cx('use')} data-use onPress={onUse} autoFocus={index === 0}>
          <span className={cx('name')}>
            <bdi>{name}</bdi>
            {shown ? <Icon of={Check} size={14} /> : null}
          </span>
          <span className={cx('parts')}>{parts.join(' · ')}</span>
        </Button>
      )}
      <span className={cx('buttons')}>
        <IconButton aria-label={t('historyFilter.up', { name })} isDisabled={index === 0} onPress={() => move(-1)}>
          <Icon of={ArrowUp} />
        </IconButton>
        <IconButton aria-label={t('historyFilter.down', { name })} isDisabled={last} onPress={() => move(1)}>
          <Icon of={ArrowDown} />
        </IconButton>
        <IconButton aria-label={t('historyFilter.rename', { name })} onPress={beginNaming}>
          <Icon of={Pencil} />
        </IconButton>
        <IconButton aria-label={t('historyFilter.delete', { name })} onPress={remove}>
          <Icon of={Trash2} />
        </IconButton>
      </span>
    </li>
  );
}
