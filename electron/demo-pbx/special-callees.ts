/** Numbers that make a call go a certain way. Any other outside number answers. */
export const specialCallees = [
  { number: '09120000001', outcome: 'answered', description: 'Answers after three seconds and talks for eight.' },
  { number: '09120000002', outcome: 'busy', description: 'Is busy.' },
  { number: '09120000003', outcome: 'no-answer', description: 'Rings until the timeout and nobody answers.' },
  {
    number: '09120000004',
    outcome: 'caller-silent',
    description: 'Your own phone rings and is not picked up: no record, no final event.',
  },
  { number: '09120000005', outcome: 'trunk-failed', description: 'The trunk fails, so the number never rings.' },
  { number: '09120000006', outcome: 'refused', description: 'The PBX refuses the call with a message.' },
  {
    number: '09120000007',
    outcome: 'originate-unanswered',
    description: 'The PBX never answers the request to call, but the call takes place.',
  },
  {
    number: '09120000008',
    outcome: 'events-disordered',
    description: 'Answers; every event of the call comes twice and out of order.',
  },
  { number: '09120000009', outcome: 'survey', description: 'Answers and gives five points in the survey afterwards.' },
  { number: '09120000010', outcome: 'recorded', description: 'Answers; the call is recorded and can be downloaded.' },
  {
    number: '09120000011',
    outcome: 'other-spelling',
    description: 'Answers; the final event uses the other spelling of every field and lacks the originated call id.',
  },
  {
    number: '09120000012',
    outcome: 'long-call',
    description: 'Answers and talks until the call limit, or for ten minutes.',
  },
  {
    number: '09120000013',
    outcome: 'calls-back',
    description: 'Is busy, then calls you back by queue 902; you pick up.',
  },
  {
    number: '09120000014',
    outcome: 'calls-back-in-vain',
    description: 'Is busy, then calls you back by queue 902; you do not pick up.',
  },
  {
    number: '09120000015',
    outcome: 'recording-gone',
    description: 'Answers; the call is recorded, but the file is gone when it is asked for.',
  },
  {
    number: '09120000016',
    outcome: 'long-recording',
    description: 'Answers and talks for two minutes; the call is recorded and can be downloaded.',
  },
] as const satisfies readonly SpecialCallee[];

export interface SpecialCallee {
  readonly number: string;
  readonly outcome: string;
  readonly description: string;
}

export type SpecialOutcome = (typeof specialCallees)[number]['outcome'];

// The ten digits after the trunk prefix or country code, so 0912..., +98912... and 0098912... all match.
const significantDigits = 10;

export function specialOutcomeOf(callee: string): SpecialOutcome | null {
  const digits = callee.replaceAll(/\D/g, '').slice(-significantDigits);
  return specialCallees.find((special) => special.number.slice(-significantDigits) === digits)?.outcome ?? null;
}
