import type { DoctorCheck, Finding, FindingSays } from '../../../shared/ipc/doctor-schema.ts';
import type { SettingName } from '../settings/settings-catalogue.ts';

/** Where a finding is followed: a setting, or another look once something outside of the program was put right. */
export type FindingStep = { readonly setting: SettingName } | 'again' | null;

const bySaying: Partial<Readonly<Record<FindingSays, SettingName | 'again'>>> = {
  'right-denied': 'connection.test',
  'right-missing': 'connection.test',
  'right-unclear': 'connection.test',
  'calls-denied': 'connection.test',
  'calls-unseen': 'connection.test',
  'listener-off': 'listener.enabled',
  'listener-starting': 'again',
  'listener-port': 'listener.port',
  'listener-address': 'listener.host',
  'listener-credentials': 'events.credentials',
  'listener-failed': 'listener.host',
  'round-trip-nothing': 'events.setUp',
  'round-trip-turned-away': 'events.setUp',
  'round-trip-not-listening': 'listener.enabled',
  'round-trip-denied': 'connection.test',
  'kinds-some': 'events.arrived',
  'kinds-without-states': 'events.arrived',
  'kinds-earlier': 'events.arrived',
  'kinds-none': 'events.arrived',
  'clock-ahead': 'again',
  'clock-behind': 'again',
  'clock-unseen': 'connection.test',
  'zones-wrong': 'pbx.eventTimeZone',
  'zones-wrong-known': 'pbx.eventTimeZone',
  'zones-other-clock': 'pbx.eventTimeZone',
  'zones-unclear': 'pbx.eventTimeZone',
  'zones-unseen': 'pbx.eventTimeZone',
  'keychain-memory': 'secrets.protection',
  'keychain-unprotected': 'secrets.protection',
  'keychain-locked': 'secrets.protection',
  'hotkeys-paused': 'pausing.hotkeys',
  'links-other': 'links.programs',
  'links-none': 'links.programs',
  'links-unknown': 'links.programs',
  'disk-low': 'keeping.megabytes',
  'disk-unknown': 'keeping.backups',
  'disk-backup': 'keeping.backups',
  'disk-problem': 'keeping.backups',
};

/** Where a failure in the words of an error is put right. */
const byCheck: Partial<Readonly<Record<DoctorCheck, SettingName>>> = {
  address: 'pbx.address',
  simotel: 'pbx.address',
  account: 'credentials.password',
  'round-trip': 'events.setUp',
};

/** Null: there is nothing to do, or what is to do stands at a check above. */
export function findingStep({ check, says, facts, error }: Finding): FindingStep {
  if (error !== null) {
    // A certificate is looked at and trusted where the connection is tested.
    const ofCertificate = error.code === 'pbx-bad-certificate' || error.code === 'pbx-certificate-changed';
    return { setting: ofCertificate ? 'connection.test' : (byCheck[check] ?? 'connection.test') };
  }
  const action = facts.actions?.[0];
  if ((says === 'hotkeys-missing' || says === 'hotkeys-unsure') && action !== undefined) {
    return { setting: `hotkeys.${action}` };
  }
  const step = bySaying[says];
  if (step === undefined) return null;
  return step === 'again' ? 'again' : { setting: step };
}
