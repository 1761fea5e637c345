import { SearchX } from 'lucide-react';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Hit, HitGroup } from './search-settings.ts';
import styles from './settings-found.module.css';

const cx = bindClasses(styles);

export interface SettingsFoundProps {
  readonly query: string;
  readonly found: readonly HitGroup[];
  readonly listId: string;
  readonly chosen: Hit | null;
  readonly idOf: (hit: Hit) => string;
  readonly onGo: (hit: Hit) => void;
  readonly onClear: () => void;
}

/** What the search found, by group, with what fits the query marked. */
export function SettingsFound({ query, found, listId, chosen, idOf, onGo, onClear }: SettingsFoundProps) {
  const { t, digits } = useWords();
  const amount = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      <VisuallyHidden live="polite">{t('settings.search.found', { amount: digits(String(amount)) })}</VisuallyHidden>
      {amount === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t('settings.search.nothing', { query: query.trim() })}
          text={t('settings.search.nothingNext')}
          action={<Button onPress={onClear}>{t('settings.search.clear')}</Button>}
        />
      ) : (
        <div id={listId} role="listbox" aria-label={t('settings.search.label')} className={cx('list')}>
          {found.map(({ group, groupName, hits }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, and these are the options of one list
            <div key={group} role="group" aria-labelledby={`${listId}-${group}`} className={cx('group')}>
              <div id={`${listId}-${group}`} className={cx('groupName')}>
                {groupName}
              </div>
              {hits.map((hit) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus
                <div
                  key={hit.setting.name}
                  id={idOf(hit)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={hit === chosen}
                  className={cx('hit', hit === chosen && 'chosen')}
                  ref={hit === chosen ? revealHit : null}
                  onClick={() => onGo(hit)}
                >
                  <div className={cx('label')}>
                    <MarkedText text={hit.setting.label} marks={hit.inLabel} />
                  </div>
                  <div className={cx('help')}>
                    <MarkedText text={hit.setting.help} marks={hit.inHelp} />
                  </div>
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function revealHit(hit: HTMLElement | null): void {
  hit?.scrollIntoView({ block: 'nearest' });
}
