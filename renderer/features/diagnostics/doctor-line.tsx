import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Finding, FindingState } from '../../../shared/ipc/doctor-schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { startDoctor } from '../../stores/doctor.ts';
import { goToSetting } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNextStep } from '../failure/error-next-step.tsx';
import { settingMode } from '../settings/setting-mode.ts';
import { type SettingName, settingOf } from '../settings/settings-catalogue.ts';
import styles from './doctor-line.module.css';
import { findingStep } from './finding-step.ts';
import { findingWords } from './finding-words.ts';

const cx = bindClasses(styles);

const icons: Readonly<Record<FindingState, LucideIcon>> = {
  checking: LoaderCircle,
  ok: CircleCheck,
  attention: TriangleAlert,
  failed: CircleAlert,
  unseen: CircleDashed,
};

/** One check: its state as icon, colour and word, what was observed, and the one next step. */
export function DoctorLine({ finding }: { readonly finding: Finding }) {
  const words = useWords();
  const { t } = words;
  const { check, state, error } = finding;
  const step = findingStep(finding);
  return (
    <li className={cx('line')}>
      <span className={cx('icon', state)}>
        <Icon of={icons[state]} spinning={state === 'checking'} />
      </span>
      <div className={cx('words')}>
        <p className={cx('head')}>
          <span className={cx('name')}>{t(`doctor.check.${check}`)}</span>
          <span className={cx('state', state)}>{t(`doctor.state.${state}`)}</span>
        </p>
        {state === 'checking' ? null : (
          <p className={cx('finding')}>
            {error === null ? findingWords(finding, words) : <ErrorNextStep error={error} withMessage />}
          </p>
        )}
        {step === null ? null : step === 'again' ? (
          <LinkButton onPress={() => void startDoctor()}>{t('doctor.again')}</LinkButton>
        ) : (
          <WayToSetting to={step.setting} />
        )}
      </div>
    </li>
  );
}

function WayToSetting({ to }: { readonly to: SettingName }) {
  const { t } = useWords();
  const hidden = useSnapshot(({ managed }) => settingMode(managed, to) === 'hidden');
  const { group, label } = settingOf(to);
  if (hidden) return <p className={cx('finding')}>{t('doctor.askAdministrator')}</p>;
  return (
    <LinkButton onPress={() => goToSetting(group, to)}>{t('doctor.openSetting', { setting: t(label) })}</LinkButton>
  );
}
