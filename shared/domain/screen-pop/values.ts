import type { Call } from '../call.ts';
import { callEnd, callQueue, callTrunkName, talkingSince, talkSeconds } from '../call-view.ts';
import { destinationKind, sameNumber } from '../destination.ts';
import { toE164 } from './e164.ts';
import { type PopDirection, type PopMoment, type PopSlot, placeOfSlot } from './slots.ts';
import type { PopValues } from './template.ts';

/** Which way the call went, as an agent sees it; also between colleagues. */
export function popDirection(call: Call): PopDirection {
  if (call.direction !== 'internal') return call.direction === 'inbound' ? 'incoming' : 'outgoing';
  return call.outcome === 'none' && sameNumber(call.callee, call.agentNumber) ? 'incoming' : 'outgoing';
}

/** A call that stays inside, or to the agent's own phone. */
export function isWithColleague(call: Call): boolean {
  const party = partyOf(call);
  if (call.direction === 'internal' || sameNumber(party, call.agentNumber)) return true;
  return /^\d+$/.test(party) && destinationKind(party) === 'extension';
}

/** The other party, also of a call between colleagues that came in. */
function partyOf(call: Call): string {
  return popDirection(call) === 'incoming' ? call.caller : call.callee;
}

export function knowsParty(call: Call): boolean {
  return partyOf(call) !== '';
}

export function popValues(
  call: Call,
  moment: PopMoment,
  { countryCode, nameOf }: { readonly countryCode: string; readonly nameOf: (number: string) => string },
): PopValues {
  const number = partyOf(call);
  return {
    number,
    numberE164: toE164(number, countryCode),
    name: number === '' ? '' : nameOf(number),
    direction: popDirection(call),
    moment,
    queue: callQueue(call) ?? '',
    trunk: callTrunkName(call) ?? '',
    callId: call.pbxCallIds[0] ?? call.originatedCallId ?? '',
    agent: call.agentNumber,
    startedAt: new Date(call.startedAtMs).toISOString(),
    durationSeconds: seconds(call),
  };
}

/** Seconds of talking: as the PBX told, else as they were seen; empty until the end. */
function seconds(call: Call): string {
  const told = talkSeconds(call);
  if (told !== null) return String(told);
  const end = callEnd(call);
  if (end === null || end.source !== 'extension-state') return '';
  const talking = talkingSince(call);
  return talking === null ? '0' : String(Math.max(0, Math.round((end.atMs - talking.atMs) / 1000)));
}

/** A call that never was, to see what becomes of a template. */
export function sampleValues(
  slot: PopSlot,
  known: { readonly agent: string; readonly countryCode: string; readonly startedAtMs: number },
): PopValues {
  const { direction, moment } = placeOfSlot(slot);
  const number = '09121234567';
  return {
    number,
    numberE164: toE164(number, known.countryCode),
    name: 'Ali Karimi',
    direction,
    moment,
    queue: direction === 'incoming' ? 'sales' : '',
    trunk: 'trunk 1',
    callId: '1700000000.1',
    agent: known.agent,
    startedAt: new Date(known.startedAtMs).toISOString(),
    durationSeconds: moment === 'ended' ? '95' : '',
  };
}
