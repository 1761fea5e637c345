import { Check } from 'lucide-react';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './setup-steps.module.css';

const cx = bindClasses(styles);

const steps = ['welcome', 'connect', 'events'] as const;

/** Where in the set-up one is; only the step at hand is named for the eye. */
export function SetupSteps({ current }: { readonly current: 'connect' | 'events' }) {
  const { t, digits } = useWords();
  const at = steps.indexOf(current);
  return (
    <ol className={cx('steps')} aria-label={t('setup.steps')}>
      {steps.map((step, index) => {
        const name = t(`setup.step.${step}`);
        const here = index === at;
        const done = index < at;
        return (
          <li key={step} className={cx('step')} {...(here ? { 'aria-current': 'step' as const } : {})}>
            <span className={cx('dot', here && 'here', done && 'done')}>
              {done ? <Icon of={Check} size={12} /> : digits(String(index + 1))}
            </span>
            {here ? (
              <span className={cx('name')}>{name}</span>
            ) : (
              <VisuallyHidden>
                {name} {done ? t('setup.stepDone') : null}
              </VisuallyHidden>
            )}
          </li>
        );
      })}
    </ol>
  );
}
