import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import type { DoctorRun } from '../../../shared/ipc/doctor-schema.ts';
import type { Words } from '../../text/use-words.ts';
import { doctorPartNames, findingsOf } from './doctor-parts.ts';
import { findingWords } from './finding-words.ts';

/** What was found, as text to send to whoever helps. Secrets and numbers are taken out of it where it leaves the program. */
export function writeReport(run: DoctorRun, app: AppState['app'], words: Words): string {
  const { t } = words;
  const { version, platform, electron } = app;
  const parts = doctorPartNames.map((part) => [
    '',
    t(`doctor.part.${part}`),
    ...findingsOf(run, part).map((finding) => {
      const head = `${t(`doctor.check.${finding.check}`)}: ${t(`doctor.state.${finding.state}`)}`;
      return `- ${head}. ${findingWords(finding, words)}`;
    }),
  ]);
  return [
    t('doctor.report.title', { version, platform, electron }),
    // In the form that everybody reads in the same way, wherever they are.
    t('doctor.report.at', { at: new Date(run.startedAtMs).toISOString() }),
    ...(run.finished ? [] : [t('doctor.report.unfinished')]),
    ...parts.flat(),
    '',
  ].join('\n');
}
