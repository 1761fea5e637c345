import { X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { everyCall, wishParts, withoutPart } from '../../../../shared/domain/history/history-wish.ts';
import { useHistory } from '../../../stores/history.ts';
import { useHistoryDesk, wishFor } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import styles from './filter-chips.module.css';
import { useCountWords } from './use-count-words.ts';
import { useWishWords } from './use-wish-words.ts';

const cx = bindClasses(styles);

/** What the list shows now: how many calls, and every part of the filter with the button that takes it out. */
export function FilterChips({ onCleared }: { readonly onCleared: () => void }) {
  const { t } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const wordsOf = useWishWords();
  const count = useCountWords(useHistory((store) => store.total));
  const list = useRef<HTMLUListElement>(null);
  const parts = wishParts(wish);
  if (parts.length === 0 && (wish.text ?? '') === '') return null;
  const clear = () => {
    wishFor(everyCall);
    onCleared();
  };
  const remove = (index: number) => {
    const part = parts[index];
    if (part === undefined) return;
    wishFor(withoutPart(wish, part));
    // The next chip takes the place of this one, and the focus.
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const next = buttons[index + 1] ?? buttons[index - 1];
    if (next === undefined) onCleared();
    else
      requestAnimationFrame(() => list.current?.querySelectorAll('button')[Math.min(index, parts.length - 2)]?.focus());
  };
  return (
    <div className={cx('bar')}>
      <span className={cx('count')} role="status">
        {count}
      </span>
      {parts.length === 0 ? null : (
        <ul ref={list} className={cx('chips')} aria-label={t('historyFilter.active')}>
          {parts.map((part, index) => {
            const words = wordsOf(part);
            return (
              <li key={`${part.part} ${words}`} className={cx('chip')}>
                <bdi className={cx('words')}>{words}</bdi>
                <Button
                  className={cx('remove')}
                  aria-label={t('historyFilter.remove', { filter: words })}
                  onPress={() => remove(index)}
                >
                  <Icon of={X} size={14} />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <span className={cx('clear')}>
        <LinkButton onPress={clear}>{t('historyFilter.clearAll')}</LinkButton>
      </span>
    </div>
  );
}
