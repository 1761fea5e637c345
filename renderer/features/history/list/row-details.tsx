import { Mic, Star } from 'lucide-react';
import type { Call } from '../../../../shared/domain/call.ts';
import { recordingFile, surveyScore, talkSeconds } from '../../../../shared/domain/call-view.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useProfileName } from '../../profiles/use-profiles.ts';
import { CallDialled, useDialledTitle } from '../call-dialled.tsx';
import { callTrunk } from '../call-trunk.ts';
import styles from './history-row.module.css';
import type { HistoryRowProps } from './history-row.tsx';

const cx = bindClasses(styles);

/** Beside the outcome: how long, whose, by which way, and what else is there. */
export function RowDetails({ call, columns, marked }: Pick<HistoryRowProps, 'call' | 'columns' | 'marked'>) {
  const { t, digits, duration } = useWords();
  const talked = talkSeconds(call);
  const score = surveyScore(call);
  return (
    <span className={cx('details')}>
      {talked === null || talked === 0 ? null : (
        <span className={cx('talked')}>
          <NumberText aligned={columns}>{duration(talked)}</NumberText>
        </span>
      )}
      {marked ? <ProfileMark id={call.profile} /> : null}
      <Way call={call} />
      <span className={cx('marks')}>
        {recordingFile(call) === null ? null : (
          <span className={cx('mark')} title={t('history.recorded')}>
            <Icon of={Mic} size={14} />
            <VisuallyHidden>{t('history.recorded')}</VisuallyHidden>
          </span>
        )}
        {score === null ? null : (
          <span className={cx('mark')} title={t('history.surveyLabel')}>
            <Icon of={Star} size={14} />
            <VisuallyHidden>{t('history.survey', { score: '' })}</VisuallyHidden>
            <NumberText>{digits(String(score))}</NumberText>
          </span>
        )}
      </span>
    </span>
  );
}

function ProfileMark({ id }: { readonly id: string }) {
  const name = useProfileName(id);
  return (
    <bdi className={cx('profile')} title={name}>
      {name}
    </bdi>
  );
}

/** By which trunk, and what a rule made of the number. A trunk that was only asked for says so: nobody told that the call went by it. */
function Way({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const trunk = callTrunk(call);
  const dialled = useDialledTitle(call);
  if (trunk === null && dialled === null) return null;
  const asked = trunk === null || trunk.askedFor === null ? null : t('card.trunkAskedFor', { trunk: trunk.askedFor });
  const title = [asked ?? trunk?.used ?? null, dialled].filter((part) => part !== null).join(' · ');
  return (
    <span className={cx('trunk')} title={title}>
      {trunk === null ? null : trunk.used === null ? asked : <bdi>{trunk.used}</bdi>}
      {trunk === null || dialled === null ? null : ' · '}
      <CallDialled call={call} />
    </span>
  );
}
