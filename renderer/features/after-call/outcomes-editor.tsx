import { Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { outcomeLimits } from '../../../shared/domain/after-call/outcome.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { useSortedList } from '../sorted-list/use-sorted-list.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { OutcomeRow } from './outcome-row.tsx';
import styles from './outcomes-editor.module.css';
import { useOutcomes } from './use-work.ts';

const cx = bindClasses(styles);

/** The outcomes in the order of their keys. One at a time is open for change, in its place. */
export function OutcomesEditor() {
  const { t, digits } = useWords();
  const outcomes = useOutcomes();
  const list = useSortedList(outcomes, (next) => saveSettings({ afterCall: { outcomes: [...next] } }));
  const { takenAway } = list;
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const [told, setTold] = useState('');
  const codes = outcomes.map(({ code }) => code);
  const move = async (index: number, step: 1 | -1) => {
    const name = outcomes[index]?.name ?? '';
    if (outcomes[index + step] === undefined || !(await list.move(index, step))) return;
    setTold(
      t('afterCall.outcomes.moved', {
        name,
        place: digits(String(index + step + 1)),
        count: digits(String(outcomes.length)),
      }),
    );
  };
  const full = outcomes.length >= outcomeLimits.outcomes;
  return (
    <div className={cx('editor')}>
      {outcomes.length === 0 ? (
        <div className={cx('empty')}>
          <p className={cx('lead')}>{t('afterCall.outcomes.empty')}</p>
          <p>{t('afterCall.outcomes.emptyNext')}</p>
        </div>
      ) : (
        <ol className={cx('list')} aria-label={t('afterCall.outcomes.list')}>
          {outcomes.map((outcome, index) =>
            open === outcome.code ? (
              <li key={outcome.code} className={cx('opened')}>
                <OutcomeForm
                  outcome={outcome}
                  taken={codes.filter((code) => code !== outcome.code)}
                  onSave={(next) => list.put(index, next)}
                  onClose={() => setOpen(null)}
                />
              </li>
            ) : (
              <OutcomeRow
                key={outcome.code}
                outcome={outcome}
                index={index}
                last={index === outcomes.length - 1}
                onMove={(step) => void move(index, step)}
                onEdit={() => setOpen(outcome.code)}
                onRemove={() => void list.remove(index)}
              />
            ),
          )}
        </ol>
      )}
      {open === 'new' ? (
        <div className={cx('opened', 'alone')}>
          <OutcomeForm
            outcome={null}
            taken={codes}
            onSave={(next) => list.put(null, next)}
            onClose={() => setOpen(null)}
          />
        </div>
      ) : null}
      {takenAway === null ? null : (
        <div key={outcomes.length} className={cx('undo')}>
          <span role="status">{t('afterCall.outcomes.removed', { name: takenAway.name })}</span>
          {/* What had the focus is gone. */}
          <Button autoFocus onPress={() => void list.bringBack()}>
            <Icon of={Undo2} />
            {t('afterCall.undo')}
          </Button>
        </div>
      )}
      {list.problem === null ? null : <ErrorNote error={list.problem} withoutRemedy />}
      <VisuallyHidden live="polite">{told}</VisuallyHidden>
      <div className={cx('actions')}>
        <Button isDisabled={full || open === 'new'} onPress={() => setOpen('new')}>
          <Icon of={Plus} />
          {t('afterCall.outcomes.add')}
        </Button>
      </div>
      {full ? (
        <p className={cx('full')}>{t('afterCall.outcomes.full', { count: digits(String(outcomeLimits.outcomes)) })}</p>
      ) : null}
    </div>
  );
}
