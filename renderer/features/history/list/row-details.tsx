import type { Call } from '../../../../shared/domain/call.ts';
import { talkSeconds } from '../../../../shared/domain/call-view.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { NumberText } from '../../../ui/number-text.tsx';
import { useProfileName } from '../../profiles/use-profiles.ts';
import { RecordingMark } from '../../recording/recording-mark.tsx';
import { SurveyMark } from '../../survey/survey-line.tsx';
import { CallDialled, useDialledTitle } from '../call-dialled.tsx';
import { callTrunk } from '../call-trunk.ts';
import styles from './history-row.module.css';
import type { HistoryRowProps } from './history-row.tsx';

const cx = bindClasses(styles);

/** Beside the outcome: how long, whose, by which way, and what else is there. */
export function RowDetails(props: Pick<HistoryRowProps, 'call' | 'columns' | 'marked' | 'selected'>) {
  const { call, columns, marked, selected } = props;
  const { duration } = useWords();
  const talked = talkSeconds(call);
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
        <RecordingMark call={call} reachable={selected} />
        <SurveyMark call={call} />
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
