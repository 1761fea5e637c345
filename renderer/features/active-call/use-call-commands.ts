import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { chooseCall } from '../../stores/calls.ts';
import { copyText } from '../../stores/listener.ts';
import { openPageOf } from '../../stores/screen-pop.ts';
import { useCommand } from '../../use-command.ts';
import { useOtherCalls } from './use-shown-calls.ts';

/** What can be done with the call that is shown. */
export function useCallCommands(call: Call, hasPage: boolean, close: (() => void) | null, openNote: () => void): void {
  const party = otherParty(call);
  const { nextId } = useOtherCalls(call.id);
  useCommand('next-call', () => nextId !== null && chooseCall(nextId), nextId !== null);
  useCommand('copy-number', () => void copyText(party), party !== '');
  useCommand('open-page', () => void openPageOf(call.id, 'card'), hasPage);
  useCommand('call-note', openNote);
  useCommand('close-card', () => close?.(), close !== null);
}
