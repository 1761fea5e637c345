import { useWords } from '../../text/use-words.ts';
import { DoctorBar } from '../diagnostics/doctor-bar.tsx';
import { DoctorFindings } from '../diagnostics/doctor-findings.tsx';
import { LogFilter } from '../diagnostics/log-filter.tsx';
import { LogView } from '../diagnostics/log-view.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { settingOf } from './settings-catalogue.ts';

/** What works and what does not, and what the program wrote down. */
export function DiagnosticsSettings() {
  const { t } = useWords();
  const doctor = settingOf('diagnostics.doctor');
  const log = settingOf('diagnostics.log');
  return (
    <>
      <Section title={t(doctor.label)} lead={t(doctor.help)}>
        <SettingItem of="diagnostics.doctor">
          <DoctorBar />
        </SettingItem>
        <DoctorFindings />
      </Section>
      <Section title={t(log.label)} lead={t(log.help)}>
        <SettingItem of="diagnostics.log">
          <LogFilter />
        </SettingItem>
        <LogView />
      </Section>
    </>
  );
}
