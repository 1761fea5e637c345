import { callsAndInbox } from './0001-calls-and-inbox.ts';
import { missedSeen } from './0002-missed-seen.ts';
import { contacts } from './0003-contacts.ts';
import { directoryReadings } from './0004-directory-readings.ts';
import { contactsApart } from './0005-contacts-apart.ts';
import { contactTraces } from './0006-contact-traces.ts';
import { callWork } from './0007-call-work.ts';
import { missedSigns } from './0008-missed-signs.ts';
import { historyGaps } from './0009-history-gaps.ts';
import { compactCalls } from './0010-compact-calls.ts';
import { callFacets } from './0011-call-facets.ts';
import { callWaits } from './0012-call-waits.ts';
import { missedByTime } from './0013-missed-by-time.ts';
import { callSearchColumns } from './0014-call-search-columns.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  callsAndInbox,
  missedSeen,
  contacts,
  directoryReadings,
  contactsApart,
  contactTraces,
  callWork,
  missedSigns,
  historyGaps,
  compactCalls,
  callFacets,
  callWaits,
  missedByTime,
  callSearchColumns,
];

/** The version a database has after all of them; a gap or a repeated number is a bug and thrown as one. */
export function latestVersion(steps: readonly Migration[]): number {
  for (const [index, step] of steps.entries()) {
    if (step.version !== index + 1) throw new Error(`Migration ${step.version} stands in place ${index + 1}`);
  }
  return steps.length;
}
