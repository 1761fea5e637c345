import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import type { DoctorRun } from '../../../shared/ipc/doctor-schema.ts';
import { copyReport, useDoctor } from '../../stores/doctor.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { AnswerBar } from './answer-bar.tsx';
import styles from './doctor-report.module.css';
import { writeReport } from './write-report.ts';

const cx = bindClasses(styles);

/** The findings as text, and exactly what of it went to the clipboard. */
export function DoctorReport({ run, app }: { readonly run: DoctorRun; readonly app: AppState['app'] }) {
  const words = useWords();
  const { t } = words;
  const copied = useDoctor((store) => store.copied);
  const failed = copied !== null && 'error' in copied;
  return (
    <div className={cx('report')}>
      <AnswerBar
        answer={copied === null ? null : t(failed ? 'doctor.report.failed' : 'doctor.report.copied')}
        failed={failed}
      >
        <Button onPress={() => void copyReport(writeReport(run, app, words))}>{t('doctor.report.copy')}</Button>
      </AnswerBar>
      {copied === null || 'error' in copied ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section tabIndex={0} className={cx('text')} aria-label={t('doctor.report.text')}>
          <p dir="auto">{copied.text}</p>
        </section>
      )}
    </div>
  );
}
