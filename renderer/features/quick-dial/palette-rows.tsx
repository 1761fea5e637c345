import {
  ClipboardList,
  CornerDownLeft,
  History,
  Info,
  type LucideIcon,
  Phone,
  TextSelect,
  UserRound,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { keyCaps } from '../../../shared/commands/key-caps.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { callFromPalette } from '../../stores/quick-dial.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { OptionRow } from '../../ui/option-row.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLater } from '../../ui/use-later.ts';
import { useNow } from '../../ui/use-now.ts';
import { LastOutcome } from '../keypad/last-outcome.tsx';
import { Party } from '../names/party.tsx';
import { PresenceDot } from '../presence/presence-dot.tsx';
import type { EntryKind, PaletteEntry, PaletteGroup } from './palette-list.ts';
import styles from './palette-rows.module.css';
import type { PaletteView } from './use-palette.ts';

const cx = bindClasses(styles);

export const listId = 'quick-dial-list';
const kinds: Readonly<Record<EntryKind, LucideIcon>> = {
  found: TextSelect,
  typed: Phone,
  contact: UserRound,
  recent: History,
};
const mostNumbered = 9;

export function rowId(index: number): string {
  return `${listId}-${index}`;
}

/** What can be called, best first; or what to do so that something can. The field keeps the focus and names the row. */
export function PaletteList({ palette }: { readonly palette: PaletteView }) {
  const { t } = useWords();
  const { groups, entries, opening } = palette;
  const late = useLater(opening.reading);
  const notice = noticeOf(palette);
  let first = 0;
  return (
    <div className={cx('body')}>
      {notice === null ? null : (
        <p role="status" className={cx('notice')}>
          <Icon of={Info} size={14} />
          {t(`quickDial.notice.${notice}`)}
        </p>
      )}
      {opening.reading && late ? <Skeleton label={t('quickDial.reading')} rows={1} shape="line" /> : null}
      {entries.length === 0 ? <Nothing palette={palette} /> : null}
      <div id={listId} role="listbox" aria-label={t('quickDial.list')}>
        {groups.map((group) => {
          const from = first;
          first += group.entries.length;
          return <Group key={group.title} group={group} from={from} palette={palette} />;
        })}
      </div>
    </div>
  );
}

/** Why it was opened and does not show what it was opened for. */
function noticeOf({ opening, text }: PaletteView) {
  if (opening.reading || opening.error !== null || text !== '') return null;
  if (opening.partly) return 'partly';
  if (opening.numbers.length > 0) return null;
  return opening.purpose === 'dial' ? null : opening.purpose;
}

function Nothing({ palette: { text, opening } }: { readonly palette: PaletteView }) {
  const { t } = useWords();
  if (opening.reading) return null;
  const key = text.trim() === '' ? 'start' : 'noNumber';
  return (
    <div className={cx('nothing')}>
      <p className={cx('nothingTitle')}>{t(`quickDial.nothing.${key}`)}</p>
      <p>{t(`quickDial.nothing.${key}Next`)}</p>
    </div>
  );
}

function Group(props: { readonly group: PaletteGroup; readonly from: number; readonly palette: PaletteView }) {
  const { group, from, palette } = props;
  const { t } = useWords();
  const copied = group.title === 'clipboard';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a list box, which a fieldset cannot be
    <div role="group" aria-label={t(`quickDial.group.${group.title}`)} className={cx('group')}>
      <div aria-hidden="true" className={cx('title')}>
        {copied ? <Icon of={ClipboardList} size={12} /> : null}
        {t(`quickDial.group.${group.title}`)}
      </div>
      {group.entries.map((entry, index) => (
        <Row
          key={entry.number}
          index={from + index}
          entry={entry}
          chosen={from + index === palette.at}
          cap={capOf(from + index, palette)}
          onCall={() => {
            palette.choose(from + index);
            if (palette.obstacle === null) void callFromPalette(entry.number);
          }}
        />
      ))}
    </div>
  );
}

/** What is printed on the keys that choose a row, or call it when it is chosen. */
type RowCap = 'digit' | 'alt' | 'enter' | null;

function capOf(index: number, { plainDigits, entries, at }: PaletteView): RowCap {
  const numbered = index < mostNumbered && entries.length > 1;
  if (plainDigits && numbered) return 'digit';
  if (index === at) return 'enter';
  return numbered ? 'alt' : null;
}

function Row(props: {
  readonly index: number;
  readonly entry: PaletteEntry;
  readonly chosen: boolean;
  readonly cap: RowCap;
  readonly onCall: () => void;
}) {
  const { index, entry, chosen, cap } = props;
  const { t, digits } = useWords();
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  const code = `Digit${index + 1}`;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <OptionRow ref={row} id={rowId(index)} layout="line" chosen={chosen} onChoose={props.onCall}>
      <span className={cx('mark')}>
        <Icon of={kinds[entry.kind]} />
      </span>
      <span className={cx('number')}>
        <Party number={entry.number} {...(entry.name === null ? {} : { name: entry.name })} />
        {entry.extension === null ? null : (
          <span className={cx('extension')}>{t('quickDial.extension', { number: digits(entry.extension) })}</span>
        )}
        <span className={cx('presence')}>
          <PresenceDot number={entry.number} />
        </span>
      </span>
      <Facts entry={entry} />
      <span className={cx('key')}>
        {cap === 'enter' ? <Icon of={CornerDownLeft} size={14} /> : null}
        {cap === 'digit' || cap === 'alt' ? (
          <KeyCap>{digits(keyCaps(cap === 'alt' ? { code, alt: true } : { code }, mac).join(' '))}</KeyCap>
        ) : null}
      </span>
    </OptionRow>
  );
}

/** How often and when it was called, and how the last call ended. */
function Facts({ entry: { known, kind } }: { readonly entry: PaletteEntry }) {
  const { t, digits } = useWords();
  const nowMs = useNow(60_000);
  if (known === null) return <span className={cx('facts')}>{kind === 'recent' ? null : t('quickDial.newNumber')}</span>;
  const { calls } = known;
  return (
    <span className={cx('facts')}>
      <LastOutcome of={known} nowMs={nowMs} />
      <span>{t(calls === 1 ? 'keypad.oneCall' : 'keypad.manyCalls', { calls: digits(String(calls)) })}</span>
    </span>
  );
}
