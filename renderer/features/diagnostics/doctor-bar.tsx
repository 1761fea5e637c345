import type { DoctorRun, FindingState } from '../../../shared/ipc/doctor-schema.ts';
import { startDoctor, useDoctor } from '../../stores/doctor.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { countOf } from './doctor-parts.ts';

/** Begins a run, as often as it is pressed, and says what the last one came to. */
export function DoctorBar() {
  const { t } = useWords();
  const last = useDoctor((store) => store.last);
  return (
    <AnswerBar answer={last === null ? null : last.finished ? <Summary run={last} /> : t('doctor.checking')}>
      <Button onPress={() => void startDoctor()}>{t(last === null ? 'doctor.run' : 'doctor.again')}</Button>
    </AnswerBar>
  );
}

function Summary({ run }: { readonly run: DoctorRun }) {
  const { t, digits, clock } = useWords();
  const number = (state: FindingState) => digits(String(countOf(run, state)));
  const counts = { failed: number('failed'), attention: number('attention'), unseen: number('unseen') };
  const isFine = run.findings.every(({ state }) => state === 'ok');
  return (
    <>
      {isFine ? t('doctor.summary.fine') : t('doctor.summary.counts', counts)}{' '}
      {t('doctor.checkedAt', { time: clock(run.startedAtMs) })}
    </>
  );
}
