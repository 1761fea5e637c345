import { CircleAlert, History as HistoryIcon, SearchX } from 'lucide-react';
import { memo, type RefObject, useCallback, useRef } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { everyCall } from '../../../shared/domain/history/history-wish.ts';
import { useBackfill } from '../../stores/backfill.ts';
import { runCommand } from '../../stores/commands.ts';
import { readHistoryAgain, useHistory } from '../../stores/history.ts';
import { chooseRow, useHistoryDesk, wishFor } from '../../stores/history-desk.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLater } from '../../ui/use-later.ts';
import { BackfillLine, FetchCalls, FetchFirstCalls } from './backfill-line.tsx';
import { FilterButton } from './filter/filter-button.tsx';
import { FilterChips } from './filter/filter-chips.tsx';
import { HistorySearch } from './filter/history-search.tsx';
import { SavedFilters } from './filter/saved-filters.tsx';
import styles from './history-browse.module.css';
import { HistoryScope } from './history-scope.tsx';
import { HistoryTools } from './history-tools.tsx';
import { HistoryList } from './list/history-list.tsx';
import { gapsOf } from './list/with-gaps.ts';

const cx = bindClasses(styles);
/** Until then nothing stands where calls will be; and the former calls stay, which are no answer to a search. */
const patienceMs = { none: 150, some: 600 };

/** The search and the filter above, the list below them. */
export function HistoryBrowse(props: {
  readonly several: boolean;
  readonly marked: boolean;
  readonly onRedial: (call: Call, literal: boolean) => void;
}) {
  const { several, marked, onRedial } = props;
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const ready = useHistory((store) => store.ready);
  const failure = useHistory((store) => store.failure);
  const asking = useHistory((store) => store.asking);
  const none = useHistory((store) => store.rows.length === 0);
  const filter = useHistory((store) => store.filter);
  const wishes = useHistoryDesk((store) => Object.keys(store.wish).length > 0);
  const slow = useLater(asking, none ? patienceMs.none : patienceMs.some);
  const gaps = useBackfill((store) => gapsOf(store.status.gaps, filter).length);
  const empty = ready && none && gaps === 0;
  const toSearch = useCallback(() => input.current?.focus(), []);
  // What was searched begins at the best; the whole list goes on where it was.
  const intoList = useCallback(() => {
    const [first] = useHistory.getState().rows;
    if (wishes && first !== undefined) chooseRow(first.call.id);
    frame.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  }, [wishes]);
  return (
    <div ref={frame} className={cx('browse')}>
      {empty && !wishes ? null : (
        <div className={cx('top')}>
          <SearchBar inputRef={input} onDown={intoList} />
          <FilterChips onCleared={toSearch} />
        </div>
      )}
      {several ? <HistoryScope /> : null}
      <BackfillLine />
      {slow ? <Skeleton label={t('history.loading')} /> : null}
      {none && failure !== null ? (
        <EmptyState
          tone="bad"
          icon={CircleAlert}
          title={t('history.failed')}
          text={errorWords(failure, t).nextStep}
          action={<Button onPress={() => void readHistoryAgain()}>{t('action.tryAgain')}</Button>}
        />
      ) : slow || !ready ? null : empty && wishes ? (
        <EmptyState
          icon={SearchX}
          title={t('history.noneFound')}
          text={t('history.noneFoundNext')}
          action={
            <Button
              onPress={() => {
                wishFor(everyCall);
                toSearch();
              }}
            >
              {t('historyFilter.clear')}
            </Button>
          }
        />
      ) : empty ? (
        <EmptyState
          icon={HistoryIcon}
          title={t('history.emptyTitle')}
          text={t('history.emptyText')}
          action={
            <>
              <Button onPress={() => runCommand('go-to-number')}>{t('history.emptyAction')}</Button>
              <FetchFirstCalls />
            </>
          }
        />
      ) : (
        <HistoryList marked={marked} onRedial={onRedial} onSearch={toSearch} />
      )}
    </div>
  );
}

/** Only its field changes with what is typed. */
const SearchBar = memo(function SearchBar(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
}) {
  return (
    <div className={cx('bar')}>
      <HistorySearch {...props} />
      <FilterButton />
      <SavedFilters />
      <HistoryTools />
      <FetchCalls />
    </div>
  );
});
