import { useSnapshot } from '../../stores/app-state.ts';
import { useDoctor } from '../../stores/doctor.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './doctor-findings.module.css';
import { DoctorLine } from './doctor-line.tsx';
import { doctorPartNames, findingsOf } from './doctor-parts.ts';
import { DoctorReport } from './doctor-report.tsx';

const cx = bindClasses(styles);

/** What was observed of each thing, as far as the run has come, and the report of it; nothing before the first run. */
export function DoctorFindings() {
  const { t } = useWords();
  const last = useDoctor((store) => store.last);
  const app = useSnapshot((state) => state.app);
  if (last === null) return null;
  return (
    <>
      <section className={cx('parts')} aria-label={t('doctor.label')}>
        {doctorPartNames.map((part) => (
          <div key={part} className={cx('part')}>
            <h4 className={cx('title')}>{t(`doctor.part.${part}`)}</h4>
            <ul className={cx('lines')} aria-label={t(`doctor.part.${part}`)}>
              {findingsOf(last, part).map((finding) => (
                <DoctorLine key={finding.check} finding={finding} />
              ))}
            </ul>
          </div>
        ))}
      </section>
      <DoctorReport run={last} app={app} />
    </>
  );
}
