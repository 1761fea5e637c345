import { Check, ChevronDown, type LucideIcon, Star, TriangleAlert } from 'lucide-react';
import { useContext, useState } from 'react';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { TrunkPresence } from '../../../shared/domain/pbx-directory.ts';
import type { Trunk } from '../../../shared/domain/trunk.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './trunk-combo.module.css';
import { TrunkMark } from './trunk-mark.tsx';

const cx = bindClasses(styles);
/** Stands for "no trunk": a key may not be empty. */
const byPbxKey = ' by-pbx';

/** Something that can be done, at the end of the list. */
export interface TrunkAction {
  /** Begins with a space, which no trunk's name does. */
  readonly key: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly act: () => void;
  /** Also while a name is typed; else it is about the one that is chosen. */
  readonly always?: true;
}

export interface TrunkComboProps {
  /** Empty: none, the PBX decides. */
  readonly value: string;
  readonly trunks: readonly Trunk[];
  /** What is known of them, by name. */
  readonly states: ReadonlyMap<string, TrunkPresence>;
  readonly hint: string | null;
  readonly loading: boolean;
  readonly favourites: readonly string[];
  readonly actions: readonly TrunkAction[];
  readonly onChange: (name: string) => void;
  readonly onFavourite: (name: string, favourite: boolean) => void;
}

/** Pick from the list or type a name; an empty field leaves the choice to the PBX. */
export function TrunkCombo(props: TrunkComboProps) {
  const { value, trunks, states, hint, loading, favourites, actions, onChange } = props;
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = (draft ?? '').trim().toLocaleLowerCase();
  const filtering = draft !== null && draft !== value && typed !== '';
  const shown = trunks.filter((trunk) => !filtering || trunk.name.toLocaleLowerCase().includes(typed));

  const chosen = states.get(value);
  const explanation = hint ?? (value === '' ? t('trunk.byPbxNote') : null);

  const take = (name: string) => {
    setDraft(null);
    if (name !== value) onChange(name);
  };

  return (
    <ComboBox
      className={cx('combo')}
      aria-label={t('trunk.label')}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="manual"
      inputValue={draft ?? value}
      selectedKey={value === '' ? byPbxKey : value}
      onInputChange={setDraft}
      onSelectionChange={(key) => {
        const action = actions.find((one) => one.key === key);
        if (action !== undefined) {
          setDraft(null);
          action.act();
          return;
        }
        // Null: what was typed is in no list.
        if (key !== null) take(key === byPbxKey ? '' : String(key));
        else if (draft !== null) take(draft.trim());
      }}
      onBlur={() => {
        if (draft !== null) take(draft.trim());
      }}
    >
      <div className={cx('box')} title={explanation ?? undefined}>
        <span className={cx('label')} aria-hidden="true">
          {t('trunk.label')}
        </span>
        <TrunkInput placeholder={t('trunk.byPbx')} />
        {chosen === undefined || chosen.state === 'unknown' ? null : <TrunkMark told={chosen} short />}
        {hint === null ? null : (
          <span className={cx('alert')}>
            <Icon of={TriangleAlert} size={14} />
          </span>
        )}
        <Button className={cx('open')} aria-label={t('trunk.showAll')}>
          <Icon of={ChevronDown} />
        </Button>
      </div>
      <VisuallyHidden>
        <Text slot="description">{explanation}</Text>
      </VisuallyHidden>
      <Popover className={cx('popover')} placement="top start" offset={4}>
        {hint === null ? null : <p className={cx('hint')}>{hint}</p>}
        <ListBox className={cx('list')} renderEmptyState={() => <p className={cx('empty')}>{t('trunk.useTyped')}</p>}>
          {filtering ? null : (
            <TrunkOption id={byPbxKey} name={t('trunk.byPbx')} chosen={value === ''} note={t('trunk.byPbxNote')} />
          )}
          {shown.map((trunk) => (
            <TrunkOption
              key={trunk.name}
              id={trunk.name}
              name={trunk.name}
              chosen={trunk.name === value}
              note={trunk.description}
              told={states.get(trunk.name) ?? null}
              favourite={favourites.includes(trunk.name)}
              onFavourite={props.onFavourite}
            />
          ))}
          {actions
            .filter(({ always }) => always === true || !filtering)
            .map(({ key, label, icon }) => (
              <ListBoxItem key={key} id={key} textValue={label} className={cx('option', 'action')}>
                <span className={cx('mark')}>
                  <Icon of={icon} size={14} />
                </span>
                <span className={cx('words')}>{label}</span>
              </ListBoxItem>
            ))}
        </ListBox>
        {loading ? <Skeleton label={t('trunk.loading')} rows={3} shape="line" /> : null}
      </Popover>
    </ComboBox>
  );
}

/** Opens the list on a click into the field as well as on its arrow. */
function TrunkInput({ placeholder }: { readonly placeholder: string }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      className={cx('input')}
      placeholder={placeholder}
      maxLength={64}
      spellCheck={false}
      onClick={(event) => {
        event.currentTarget.select();
        if (state !== null && !state.isOpen) state.open(null, 'manual');
      }}
    />
  );
}

function TrunkOption(props: {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly note: string | null;
  readonly told?: TrunkPresence | null;
  readonly favourite?: boolean;
  readonly onFavourite?: TrunkComboProps['onFavourite'];
}) {
  const { id, favourite = false, onFavourite } = props;
  return (
    <ListBoxItem id={id} textValue={props.name} className={cx('option')}>
      <span className={cx('mark')}>{props.chosen ? <Icon of={Check} size={14} /> : null}</span>
      <span className={cx('words')}>
        <span className={cx('head')}>
          <bdi className={cx('name')}>{props.name}</bdi>
          {props.told == null ? null : <TrunkMark told={props.told} />}
        </span>
        {props.note === null || props.note === '' ? null : (
          <span className={cx('note')}>
            <bdi>{props.note}</bdi>
          </span>
        )}
      </span>
      {onFavourite === undefined ? null : <StarMark on={favourite} onChange={(on) => onFavourite(id, on)} />}
    </ListBoxItem>
  );
}

const toItself = (event: { stopPropagation(): void; preventDefault(): void }) => {
  event.stopPropagation();
  // The field keeps the focus, else the list would close.
  event.preventDefault();
};

/** A short way for the mouse: an option holds no control of its own, so keys use the action at the end of the list. */
function StarMark({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const { t } = useWords();
  return (
    <>
      {on ? <VisuallyHidden>{t('trunk.isFavourite')}</VisuallyHidden> : null}
      <span
        className={cx('star', on && 'marked')}
        aria-hidden="true"
        data-star={on}
        onPointerDown={toItself}
        onPointerUp={toItself}
        onMouseDown={toItself}
        onClick={(event) => {
          toItself(event);
          onChange(!on);
        }}
      >
        <Icon of={Star} size={14} />
      </span>
    </>
  );
}
