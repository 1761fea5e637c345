import type { Locator } from '@playwright/test';
import type { CallPhase } from '../../renderer/features/active-call/call-phase.ts';
import { type Desk, dial } from './desk.ts';

type EventTest = Parameters<Desk['pbx']['setSpeedAt']>[0];
export type PassingPhase = 'ringingCaller' | 'callerAnswered' | 'ringingCallee' | 'talking';

/** So slow that nothing more happens in a test. */
const standstill = 0.0001;
/** At which a call is asked for and accepted before its next event comes. */
export const walkingPace = 2;

/** The event with which each phase of a call to an outside number begins. */
const beginnings: Readonly<Record<PassingPhase, EventTest>> = {
  ringingCaller: ({ fields }) => fields['state'] === 'Ringing',
  callerAnswered: ({ fields }) => fields['state'] === 'InUse' && fields['participant'] === undefined,
  ringingCallee: ({ name }) => name === 'OutgoingCall',
  talking: ({ fields }) => fields['state'] === 'InUse' && fields['participant'] !== undefined,
};

/** From the event with which this phase begins nothing more happens: a phase that passes is missed on a busy computer. */
export function holdAt({ pbx }: Pick<Desk, 'pbx'>, phase: PassingPhase): void {
  pbx.setSpeedAt(beginnings[phase], standstill);
}

/** Lets the call go on as far as that, one to the number when there is none yet, and there time stands still. */
export async function comeTo(desk: Desk, phase: PassingPhase, number?: string): Promise<void> {
  holdAt(desk, phase);
  desk.pbx.setSpeed(walkingPace);
  if (number !== undefined) await dial(desk.page, number);
  await phaseCard(desk, phase).waitFor();
}

export const phaseCard = ({ page }: Pick<Desk, 'page'>, phase: CallPhase): Locator =>
  page.locator(`[data-phase="${phase}"]`);
