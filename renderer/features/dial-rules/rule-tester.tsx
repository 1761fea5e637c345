import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { usePresence } from '../../stores/presence.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { LineText } from '../keypad/dial-line.tsx';
import { planTyped, type TypedPlan } from '../keypad/typed-plan.ts';
import { usePlanExtras } from '../keypad/use-plan-extras.ts';
import styles from './rule-tester.module.css';

const cx = bindClasses(styles);

const mostShown = 50;

/** Says of pasted numbers what would be dialled and why, by the very plan that a call is made with. */
export function RuleTester() {
  const { t, digits } = useWords();
  const [text, setText] = useState('');
  const settings = useSnapshot((state) => state.effective);
  const knows = usePresence((store) => store.planKnowledge);
  const lines = text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim().slice(0, 256)]));
  return (
    <div className={cx('tester')}>
      <TextArea
        label={t('dialRules.tester.label')}
        help={t('dialRules.tester.help')}
        value={text}
        onChange={setText}
        rows={5}
      />
      {lines.length === 0 ? null : (
        <ul className={cx('results')} aria-label={t('dialRules.tester.results')}>
          {lines.slice(0, mostShown).map((line, index) => {
            // What the rules say, and not what was chosen for the calls of today.
            const plan = planTyped(line, settings, knows, null);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand there twice
              <li key={index} className={cx('result')}>
                <NumberText>{digits(line)}</NumberText>
                {plan.kind === 'invalid' ? (
                  <span className={cx('bad')}>
                    <Icon of={CircleAlert} size={14} />
                    {errorWords(plan.error, t).message}
                  </span>
                ) : (
                  <span className={cx('outcome')}>
                    <LineText plan={plan} lastDialled={null} />
                    <Extras plan={plan} />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {lines.length > mostShown ? (
        <p className={cx('more')}>{t('dialRules.tester.more', { replace: { count: digits(String(mostShown)) } })}</p>
      ) : null}
    </div>
  );
}

function Extras({ plan }: { readonly plan: TypedPlan }) {
  const extras = usePlanExtras(plan);
  return extras === '' ? null : ` · ${extras}`;
}
