import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { DoctorRun } from '../../shared/ipc/doctor-schema.ts';
import { request, subscribe } from '../dialer-api.ts';
import { settingsSaved } from './settings.ts';

interface DoctorStore {
  /** The last run; null while nothing is known of what is set now. */
  readonly last: DoctorRun | null;
  /** What came of the last wish to copy a report of this run. */
  readonly copied: { readonly text: string } | { readonly error: DialerError } | null;
}

export const useDoctor = create<DoctorStore>(() => ({ last: null, copied: null }));

export function connectDoctor(): void {
  subscribe('doctor:changed', (last) => useDoctor.setState({ last, copied: null }));
  // A page that was loaded anew missed what was found.
  void request('doctor:read', {}).then((answer) => {
    if (answer.ok && useDoctor.getState().last === null) useDoctor.setState({ last: answer.value.last });
  });
}

export async function startDoctor(): Promise<void> {
  await settingsSaved();
  await request('doctor:start', {});
}

export async function copyReport(text: string): Promise<void> {
  const answer = await request('doctor:copy', { text });
  useDoctor.setState({ copied: answer.ok ? { text: answer.value.text } : { error: answer.error } });
}
