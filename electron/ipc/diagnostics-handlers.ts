import { fail, succeed } from '../../shared/result.ts';
import type { Doctor } from '../diagnostics/doctor.ts';
import { type LogReader, writeEntries } from '../diagnostics/read-log.ts';
import type { HandlersOf } from './router.ts';

export interface DiagnosticsDesk {
  readonly doctor: Doctor;
  readonly logReader: LogReader;
  /** Takes secrets and numbers out of a text that leaves the program. */
  readonly redact: (text: string) => string;
}

export function createDiagnosticsHandlers(
  { doctor, logReader, redact }: DiagnosticsDesk,
  copyText: (text: string) => void | Promise<void>,
): HandlersOf<'doctor' | 'log'> {
  return {
    'doctor:start': () => {
      doctor.start();
      return succeed({});
    },
    'doctor:read': () => succeed({ last: doctor.last() }),
    'doctor:copy': async ({ text }) => {
      const copied = redact(text);
      await copyText(copied);
      return succeed({ text: copied });
    },
    'log:read': async (wish) => {
      const page = await logReader.read(wish).catch(() => null);
      return page === null ? fail({ code: 'not-found' }) : succeed(page);
    },
    'log:copy': async (wish) => {
      const page = await logReader.read(wish).catch(() => null);
      if (page === null) return fail({ code: 'not-found' });
      await copyText(writeEntries(page.entries));
      return succeed({ entries: page.entries.length });
    },
  };
}
