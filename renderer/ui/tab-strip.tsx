import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useLocale } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import { NumberText } from './number-text.tsx';
import styles from './tab-strip.module.css';

const cx = bindClasses(styles);

export interface TabEntry<T extends string> {
  readonly name: T;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly waiting?: Waiting | null;
}

/** What waits behind a tab: the count as it is seen, and in words; `fresh` while nobody saw it. */
export interface Waiting {
  readonly count: string;
  readonly words: string;
  readonly fresh: boolean;
}

export interface TabStripProps<T extends string> {
  readonly label: string;
  readonly entries: readonly TabEntry<T>[];
  readonly selected: T;
  /** Above what it opens, or below it as on a telephone. */
  readonly place: 'above' | 'below';
  readonly onSelect: (name: T) => void;
}

/** The ids by which a tab and what it opens name each other. */
export const tabId = (name: string) => `tab-${name}`;
export const panelId = (name: string) => `panel-${name}`;

/**
 * Tabs that may stand after what they open, for the eye and for the Tab key: those of the component library have to come
 * first. One stop for the Tab key; the arrows choose.
 */
export function TabStrip<T extends string>({ label, entries, selected, place, onSelect }: TabStripProps<T>) {
  const strip = useRef<HTMLDivElement>(null);
  const { direction } = useLocale();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = entries.findIndex(({ name }) => name === selected);
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const places: Readonly<Record<string, number>> = {
      [forward]: (at + 1) % entries.length,
      [back]: (at - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    const next = entries[places[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.name);
    strip.current?.querySelector<HTMLElement>(`#${tabId(next.name)}`)?.focus();
  };
  return (
    <div ref={strip} role="tablist" aria-label={label} className={cx('strip', place)} onKeyDown={onKeyDown}>
      {entries.map(({ name, label: words, icon, waiting = null }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-selected={name === selected}
          aria-controls={panelId(name)}
          tabIndex={name === selected ? 0 : -1}
          className={cx('tab')}
          aria-description={waiting?.words}
          onClick={() => onSelect(name)}
        >
          <span className={cx('picture')}>
            <Icon of={icon} size={18} />
            {waiting === null ? null : (
              <span aria-hidden className={cx('count', waiting.fresh ? 'fresh' : 'seen')}>
                <NumberText>{waiting.count}</NumberText>
              </span>
            )}
          </span>
          {words}
        </button>
      ))}
    </div>
  );
}
