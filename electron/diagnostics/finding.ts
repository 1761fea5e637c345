import type { DialerError } from '../../shared/errors.ts';
import type { DoctorCheck, Finding, FindingFacts, FindingSays } from '../../shared/ipc/doctor-schema.ts';

/** What a judge says of one thing; which check it is of stands beside it. */
export type Judgement = Omit<Finding, 'check'>;

const judgement =
  (state: Finding['state']) =>
  (says: FindingSays, facts: FindingFacts = {}): Judgement => ({ state, says, facts, error: null });

export const fine = judgement('ok');
export const doubtful = judgement('attention');
export const broken = judgement('failed');
export const unseen = judgement('unseen');

export const checking: Judgement = judgement('checking')('checking');
/** What it would be asked of was not reached. */
export const notReached: Judgement = unseen('not-reached');

export const failedBy = (error: DialerError): Judgement => ({ state: 'failed', says: 'error', facts: {}, error });

export const findingOf = (check: DoctorCheck, judged: Judgement): Finding => ({ check, ...judged });
