import { createReportIntake } from '../../electron/calls/report-intake.ts';

type Deps = Parameters<typeof createReportIntake>[0];

/** For tests in which no event came before the record. */
export function aReportIntake(deps: Pick<Deps, 'store' | 'journal' | 'own' | 'clock'>) {
  return createReportIntake({ ...deps, inbox: { mark: () => undefined }, earlierEvents: () => [] });
}
