import { Ban, Check, CircleHelp, type LucideIcon } from 'lucide-react';
import type { ServiceCheck } from '../../../shared/ipc/check-schema.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CheckLine, type CheckState } from './connection-test-line.tsx';
import styles from './connection-test-services.module.css';

const cx = bindClasses(styles);

type Found = 'allowed' | 'denied' | 'missing' | 'unknown';

const looks: Readonly<Record<Found, { readonly icon: LucideIcon; readonly tone: 'good' | 'wait' | 'quiet' }>> = {
  allowed: { icon: Check, tone: 'good' },
  denied: { icon: Ban, tone: 'wait' },
  missing: { icon: Ban, tone: 'wait' },
  unknown: { icon: CircleHelp, tone: 'quiet' },
};

/** Which reading services the account may use. None of them is needed to place a call. */
export function ServicesLine({ services }: { readonly services: readonly ServiceCheck[] }) {
  const { t, digits } = useWords();
  const found = services.flatMap(({ service, state }) =>
    state === 'waiting' || state === 'running' || state === 'skipped' ? [] : [{ service, state }],
  );
  const allowed = found.filter(({ state }) => state === 'allowed').length;
  const state = lineState(services);
  const count = (value: number) => digits(String(value));
  return (
    <CheckLine
      name={t('check.line.services')}
      state={state}
      {...(state === 'passed'
        ? { detail: t('check.allowed', { allowed: count(allowed), all: count(services.length) }) }
        : {})}
    >
      {found.length === 0 ? null : (
        <ul className={cx('services')}>
          {found.map(({ service, state: word }) => (
            <li key={service}>
              <Badge tone={looks[word].tone}>
                <span className={cx('service')}>
                  <Icon of={looks[word].icon} size={12} />
                  {t(`check.service.${service}`)}
                  {word === 'allowed' ? (
                    <VisuallyHidden>{t('check.serviceState.allowed')}</VisuallyHidden>
                  ) : (
                    <span>({t(`check.serviceState.${word}`)})</span>
                  )}
                </span>
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {state === 'passed' && allowed < services.length ? (
        <p className={cx('help')}>{t('check.withoutServices')}</p>
      ) : null}
    </CheckLine>
  );
}

function lineState(services: readonly ServiceCheck[]): CheckState {
  const is = (state: ServiceCheck['state']) => (one: ServiceCheck) => one.state === state;
  if (services.every(is('skipped'))) return 'skipped';
  if (services.every(is('waiting'))) return 'waiting';
  return services.some(is('waiting')) || services.some(is('running')) ? 'running' : 'passed';
}
