import { Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { dialRuleLimits } from '../../../shared/domain/dial-rules/dial-rule.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { useSortedList } from '../sorted-list/use-sorted-list.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleRow } from './rule-row.tsx';
import styles from './rules.module.css';
import { RulesTransfer } from './rules-transfer.tsx';

const cx = bindClasses(styles);

/** The rules in their order. One at a time is open for change, in its place. */
export function Rules() {
  const { t, digits } = useWords();
  const rules = useSnapshot((state) => state.settings.dialRules.rules);
  const list = useSortedList(rules, (next) => saveSettings({ dialRules: { rules: next } }));
  const { takenAway } = list;
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const [told, setTold] = useState('');
  const count = digits(String(rules.length));

  const move = async (index: number, step: 1 | -1) => {
    const name = rules[index]?.name ?? '';
    if (rules[index + step] === undefined || !(await list.move(index, step))) return;
    setTold(t('dialRules.moved', { name, place: digits(String(index + step + 1)), count }));
  };
  const unread = useSnapshot(
    (state) => state.settingsNotTaken.filter((field) => field.startsWith('dialRules.')).length,
  );
  const full = rules.length >= dialRuleLimits.rules;

  return (
    <div className={cx('rules')}>
      {unread === 0 ? null : (
        <Note tone="bad" title={t('dialRules.unread')}>
          {t('dialRules.unreadNext')}
        </Note>
      )}
      {rules.length === 0 ? (
        <div className={cx('empty')}>
          <p className={cx('lead')}>{t('dialRules.empty')}</p>
          <p>{t('dialRules.emptyNext')}</p>
        </div>
      ) : (
        <ol className={cx('list')} aria-label={t('dialRules.list')}>
          {rules.map((rule, index) =>
            open === index ? (
              <li key={rule.name} className={cx('opened')}>
                <RuleForm
                  rule={rule}
                  names={rules.filter((one) => one !== rule).map(({ name }) => name)}
                  onSave={(next) => list.put(index, next)}
                  onClose={() => setOpen(null)}
                />
              </li>
            ) : (
              <RuleRow
                key={rule.name}
                rule={rule}
                first={index === 0}
                last={index === rules.length - 1}
                onUse={(enabled) => void list.put(index, { ...rule, enabled })}
                onMove={(step) => void move(index, step)}
                onEdit={() => setOpen(index)}
                onRemove={() => void list.remove(index)}
              />
            ),
          )}
        </ol>
      )}
      {open === 'new' ? (
        <div className={cx('opened', 'alone')}>
          <RuleForm
            rule={null}
            names={rules.map(({ name }) => name)}
            onSave={(next) => list.put(null, next)}
            onClose={() => setOpen(null)}
          />
        </div>
      ) : null}
      {takenAway === null ? null : (
        <div key={takenAway.after.length} className={cx('undo')}>
          <span role="status">
            {takenAway.kind === 'removed' ? t('dialRules.removed', { name: takenAway.name }) : t('dialRules.replaced')}
          </span>
          {/* What had the focus is gone with the rule, or with all of them. */}
          <Button autoFocus={takenAway.kind === 'removed' || rules.length === 0} onPress={() => void list.bringBack()}>
            <Icon of={Undo2} />
            {t('dialRules.undo')}
          </Button>
        </div>
      )}
      {list.problem === null ? null : <ErrorNote error={list.problem} withoutRemedy />}
      <VisuallyHidden live="polite">{told}</VisuallyHidden>
      <div className={cx('actions')}>
        <Button isDisabled={full || open === 'new'} onPress={() => setOpen('new')}>
          <Icon of={Plus} />
          {t('dialRules.add')}
        </Button>
        <RulesTransfer rules={rules} onReplace={list.replace} />
      </div>
      {full ? <p className={cx('full')}>{t('dialRules.full', { count })}</p> : null}
    </div>
  );
}
