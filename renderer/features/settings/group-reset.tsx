import { ArrowRight, RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { SettingsPatch } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { forgetDrafts } from '../../stores/setting-drafts.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import {
  type Difference,
  differences,
  groupValues,
  namesInReset,
  type ResettableGroup,
  resetValues,
} from './group-defaults.ts';
import styles from './group-reset.module.css';
import { Row, Section } from './section.tsx';
import { SettingValue } from './setting-value.tsx';
import { settingOf } from './settings-catalogue.ts';
import { useSaving } from './use-saving.ts';

const cx = bindClasses(styles);

/** Says in place what a reset would change before it does, and takes it back for as long as nothing else was changed. */
export function GroupReset({ group }: { readonly group: ResettableGroup }) {
  const { t } = useWords();
  const settings = useSnapshot((state) => state.settings);
  const saving = useSaving();
  const [asking, setAsking] = useState(false);
  const [undo, setUndo] = useState<SettingsPatch | null>(null);
  /** The focus is to come back to the button, as soon as there is something to reset again. */
  const [returning, setReturning] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const managed = useSnapshot((state) => state.managed);
  const changes = differences(group, settings, managed);
  // The answer and the news of what was saved come in either order, and a button without function takes no focus.
  useEffect(() => {
    if (!returning || changes.length === 0 || button.current === null) return;
    button.current.focus();
    setReturning(false);
  });

  const reset = async () => {
    setUndo(groupValues(group, settings));
    if (await saving.inGroup(saveSettings(resetValues(group, managed)))) {
      setAsking(false);
      forgetDrafts(namesInReset(group));
    } else setUndo(null);
  };
  const takeBack = async (patch: SettingsPatch) => {
    setReturning(true);
    if (await saving.inGroup(saveSettings(patch))) setUndo(null);
    else setReturning(false);
  };
  const cancel = () => {
    setReturning(true);
    setAsking(false);
  };

  // Nothing here is to be changed by anybody.
  if (Object.keys(resetValues(group, managed)).length === 0) return null;
  return (
    <Section>
      {changes.length === 0 && undo !== null ? (
        <Row>
          <span role="status" className={cx('words')}>
            {t('settings.reset.done')}
          </span>
          {/* In the place of the question, it has the focus that stood there, and is in sight by it. */}
          <Button onPress={() => void takeBack(undo)}>{t('settings.reset.undo')}</Button>
        </Row>
      ) : changes.length > 0 && asking ? (
        <Confirm group={group} changes={changes} onReset={() => void reset()} onCancel={cancel} />
      ) : (
        <Row>
          <Button
            ref={button}
            isDisabled={changes.length === 0}
            onPress={() => {
              setUndo(null);
              setAsking(true);
            }}
          >
            <Icon of={RotateCcw} />
            {t('settings.reset.button')}
          </Button>
          {changes.length === 0 ? <span className={cx('words')}>{t('settings.reset.nothing')}</span> : null}
        </Row>
      )}
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}

function revealWhole(panel: HTMLDivElement | null): void {
  panel?.scrollIntoView({ block: 'nearest' });
}

interface ConfirmProps {
  readonly group: ResettableGroup;
  readonly changes: readonly Difference[];
  readonly onReset: () => void;
  readonly onCancel: () => void;
}

function Confirm({ group, changes, onReset, onCancel }: ConfirmProps) {
  const { t } = useWords();
  const titleId = useId();
  return (
    <div
      ref={revealWhole}
      role="dialog"
      aria-labelledby={titleId}
      className={cx('confirm')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p id={titleId} className={cx('title')}>
        {t('settings.reset.changes')}
      </p>
      <ul className={cx('changes')}>
        {changes.map(({ name, from, to }) => (
          <li key={name} className={cx('change')}>
            <span className={cx('name')}>{t(settingOf(name).label)}</span>
            <span className={cx('values')}>
              <del className={cx('from')}>
                <SettingValue of={name} value={from} />
              </del>
              <Icon of={ArrowRight} mirrored size={12} />
              <SettingValue of={name} value={to} />
            </span>
          </li>
        ))}
      </ul>
      {hasStaying(group) ? <p className={cx('words')}>{t(`settings.reset.stays.${group}`)}</p> : null}
      <Row>
        <Button autoFocus look="primary" onPress={onReset}>
          {t('settings.reset.confirm')}
        </Button>
        <Button onPress={onCancel}>{t('settings.reset.cancel')}</Button>
      </Row>
    </div>
  );
}

/** Something of these no reset changes, which is said. */
const staying = ['connection', 'identity', 'links', 'events', 'appearance'] as const;

function hasStaying(group: ResettableGroup): group is (typeof staying)[number] {
  return staying.some((known) => known === group);
}
