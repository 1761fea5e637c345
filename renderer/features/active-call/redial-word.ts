import type { Call } from '../../../shared/domain/call.ts';

/** What calling the other party of a call is called: who called in is called back. */
export function redialWord(call: Call): 'callAgain' | 'callBack' {
  return call.direction === 'inbound' ? 'callBack' : 'callAgain';
}
