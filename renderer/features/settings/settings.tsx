import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { openGroup, searchFor } from '../../stores/settings-search.ts';
import { type SettingsGroup, useView } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMedia } from '../../ui/use-media.ts';
import styles from './settings.module.css';
import { SettingsFound } from './settings-found.tsx';
import { SettingsGroupView } from './settings-group-view.tsx';
import { SettingsIndex } from './settings-index.tsx';
import { SettingsSearchField } from './settings-search-field.tsx';
import { useSettingsFound } from './use-settings-found.ts';

const cx = bindClasses(styles);

/** The search above; below it the list of groups beside the open one, or instead of it where there is no room for both. */
export function Settings() {
  const { t } = useWords();
  const roomy = useMedia('(min-width: 1040px)');
  const asked = useView((store) => store.settingsGroup);
  const search = useSettingsFound();
  const searching = search.query.trim() !== '';
  const group = asked ?? (roomy ? 'connection' : null);
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    searchFor('');
    input.current?.focus();
  };
  // Who comes back another time looks for something else.
  useEffect(() => () => searchFor(''), []);
  const frame = useFocusThatFollows(group, roomy);
  return (
    <div ref={frame} className={cx('settings')}>
      <div className={cx('bar')}>
        {roomy || group === null ? null : (
          <IconButton data-back aria-label={t('settings.back')} onPress={() => openGroup(null)}>
            <Icon of={ArrowLeft} mirrored size={18} />
          </IconButton>
        )}
        <SettingsSearchField
          inputRef={input}
          listId={search.listId}
          chosenId={search.chosen === null ? null : search.idOf(search.chosen)}
          onMove={search.move}
          onGo={() => search.go(search.chosen)}
        />
      </div>
      <div className={cx('body', roomy && 'roomy')}>
        {roomy ? <SettingsIndex beside current={searching ? null : group} /> : null}
        {searching ? (
          <div className={cx('scroller')}>
            <SettingsFound {...search} onGo={search.go} onClear={clear} />
          </div>
        ) : group === null ? (
          <SettingsIndex current={null} />
        ) : (
          // A new key forgets drafts and answers of another group, and begins at its top.
          <div key={group} className={cx('scroller')}>
            <SettingsGroupView group={group} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Where the list and a group take each other's place, the focus goes to the way back, and back to where it came from. */
function useFocusThatFollows(group: SettingsGroup | null, roomy: boolean) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef(group);
  useEffect(() => {
    const left = before.current;
    before.current = group;
    const focusIsLost = document.activeElement === null || document.activeElement === document.body;
    if (left === group || roomy || !focusIsLost) return;
    const next = group === null ? `[data-group="${left}"]` : '[data-back]';
    frame.current?.querySelector<HTMLElement>(next)?.focus();
  }, [group, roomy]);
  return frame;
}
