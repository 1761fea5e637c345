import type { DoctorCheck, DoctorRun, FindingState } from '../../../shared/ipc/doctor-schema.ts';

/** What belongs together in the list and in the report. */
export const doctorParts = {
  pbx: ['address', 'simotel', 'account'],
  rights: [
    'right-ping',
    'right-trunks',
    'right-reports',
    'right-users',
    'right-contacts',
    'right-blacklist',
    'right-calls',
  ],
  events: ['listener', 'round-trip', 'kinds'],
  times: ['clock', 'zones'],
  computer: ['keychain', 'hotkeys', 'links', 'disk'],
} as const satisfies Readonly<Record<string, readonly DoctorCheck[]>>;
export type DoctorPart = keyof typeof doctorParts;

export const doctorPartNames = Object.keys(doctorParts) as readonly DoctorPart[];

export function findingsOf({ findings }: DoctorRun, part: DoctorPart): DoctorRun['findings'] {
  const checks: readonly DoctorCheck[] = doctorParts[part];
  return findings.filter(({ check }) => checks.includes(check));
}

export function countOf({ findings }: DoctorRun, wanted: FindingState): number {
  return findings.filter(({ state }) => state === wanted).length;
}
