import { useEffect, useId, useRef, useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import type { RemovalRule } from '../../../shared/ipc/keeping-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { previewRemoval, useKeeping } from '../../stores/keeping.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { Row } from '../settings/section.tsx';
import { useSaving } from '../settings/use-saving.ts';
import styles from './keeping.module.css';
import { RemovalFacts } from './removal-facts.tsx';

const cx = bindClasses(styles);

const isOff = ({ months, megabytes }: RemovalRule) => months === null && megabytes === null;

/** What the rule takes: the one in use, or the one that was chosen and is in use only after it was looked at. */
export function Removal({ chosen, onSettled }: { readonly chosen: RemovalRule; readonly onSettled: () => void }) {
  const { t, digits, fullDate, clock } = useWords();
  const rule = useSnapshot((state) => state.settings.keeping);
  const last = useKeeping((store) => store.kept?.lastRemoval ?? null);
  const saving = useSaving();
  const titleId = useId();
  const { months, megabytes } = chosen;
  const isNew = months !== rule.months || megabytes !== rule.megabytes;
  const panel = useRef<HTMLElement>(null);
  const preview = usePreview(chosen, last?.atMs ?? 0);
  // What was chosen is in use only after this was read.
  useEffect(() => {
    if (isNew && (preview !== null || isOff(chosen))) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [isNew, preview, chosen]);
  const save = async () => {
    if (await saving.inGroup(saveSettings({ keeping: chosen }))) onSettled();
  };
  return (
    <div className={cx('part')}>
      {isOff(chosen) && !isNew ? null : (
        <section ref={panel} aria-labelledby={titleId} className={cx('panel')}>
          <p id={titleId} className={cx('title')}>
            {t(isOff(chosen) ? 'keeping.turnOff' : isNew ? 'keeping.wouldGo' : 'keeping.goNext')}
          </p>
          {isOff(chosen) ? null : preview === null ? (
            <p className={cx('text')}>{t('keeping.counting')}</p>
          ) : preview.ok ? (
            <RemovalFacts preview={preview.value} />
          ) : (
            <ErrorNote error={preview.error} withoutRemedy />
          )}
          {isOff(chosen) ? null : <p className={cx('text')}>{t('keeping.removalAbout')}</p>}
          {isNew ? (
            <Row>
              <Button look="primary" isDisabled={!isOff(chosen) && preview?.ok !== true} onPress={() => void save()}>
                {t(isOff(chosen) ? 'keeping.keepAll' : 'keeping.removeThese')}
              </Button>
              <Button onPress={onSettled}>{t('keeping.cancel')}</Button>
            </Row>
          ) : null}
        </section>
      )}
      {last === null ? null : (
        <p role="status" className={cx('text')}>
          {t('keeping.lastRemoval', {
            calls: digits(String(last.calls)),
            moment: t('keeping.moment', { date: fullDate(last.atMs), time: clock(last.atMs) }),
          })}
        </p>
      )}
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </div>
  );
}

/** Null while it is counted, and of a rule that takes nothing. */
function usePreview(rule: RemovalRule, lastAtMs: number) {
  const { months, megabytes } = rule;
  const [preview, setPreview] = useState<RequestOutput<'keeping:preview-removal'> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was removed meanwhile is counted no more
  useEffect(() => {
    let gone = false;
    setPreview(null);
    if (isOff({ months, megabytes })) return;
    void previewRemoval({ months, megabytes }).then((answer) => {
      if (!gone) setPreview(answer);
    });
    return () => {
      gone = true;
    };
  }, [months, megabytes, lastAtMs]);
  return preview;
}
