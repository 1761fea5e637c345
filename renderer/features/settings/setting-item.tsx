import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { draftOf, keepDraft, useSettingDrafts } from '../../stores/setting-drafts.ts';
import { forgetSought, useSettingsSearch } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { KeptDraftContext } from '../../ui/use-field-draft.ts';
import { LockContext } from '../../ui/use-lock.ts';
import { ManagedMark } from './managed-mark.tsx';
import styles from './setting-item.module.css';
import { useSettingMode } from './setting-mode.ts';
import { type SettingName, settingOf } from './settings-catalogue.ts';

const cx = bindClasses(styles);

export interface SettingItemProps {
  readonly of: SettingName;
  /** Settings that are out of sight now, because of what is chosen here. */
  readonly inPlaceOf?: readonly SettingName[];
  readonly children: ReactNode | ((words: { readonly label: string; readonly help: string }) => ReactNode);
}

/**
 * The place of a setting: it gets its words from the catalogue, takes the focus when the search leads to it, and shows what the administrator
 * says of it.
 */
export function SettingItem({ of, inPlaceOf = [], children }: SettingItemProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const mode = useSettingMode(of);
  const reasonId = useId();
  const sought = useSettingsSearch((store) => store.sought === of || inPlaceOf.some((name) => name === store.sought));
  useEffect(() => {
    const element = place.current;
    if (!sought || element === null) return;
    element.scrollIntoView({ block: 'center' });
    (element.querySelector<HTMLElement>(focusable) ?? element).focus({ preventScroll: true });
    element.addEventListener('focusout', forgetSought);
    return () => element.removeEventListener('focusout', forgetSought);
  }, [sought]);
  const { label, help } = settingOf(of);
  const text = useSettingDrafts(({ drafts }) => drafts[of] ?? null);
  const draft = useMemo(
    () => ({ text, read: () => draftOf(of), type: (typed: string | null) => keepDraft(of, typed) }),
    [of, text],
  );
  if (mode === 'hidden') return null;
  return (
    <div ref={place} tabIndex={-1} data-setting={of} className={cx('item', sought && 'sought')}>
      <KeptDraftContext value={draft}>
        <LockContext value={mode === 'locked' ? reasonId : null}>
          {typeof children === 'function' ? children({ label: t(label), help: t(help) }) : children}
        </LockContext>
      </KeptDraftContext>
      <ManagedMark of={of} mode={mode} id={reasonId} />
    </div>
  );
}

const focusable = 'input:not([disabled], [tabindex="-1"]), button:not([disabled], [tabindex="-1"])';
