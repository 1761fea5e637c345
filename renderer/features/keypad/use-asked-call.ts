import { type RefObject, useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { startAskedCall, takeAsked, useAsked } from '../../stores/asked.ts';
import { showShortcuts, showTab } from '../../stores/view.ts';

/**
 * Brings what a link or the command line asks for into the number field, and the agent to it. A code waits for an answer
 * first. `call` is the way of the button, for what the agent allowed to be called at once.
 */
export function useAskedCall(inputRef: RefObject<HTMLInputElement | null>, call: () => void): void {
  const asked = useSnapshot((state) => state.asked);
  const isNew = asked !== null && !(asked.kind === 'number' && asked.taken);
  const id = isNew ? asked.id : null;
  const callNow = useAsked(({ placed }) => placed?.callNow === true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that comes, however often the rest is new
  useEffect(() => {
    if (asked === null || id === null) return;
    showShortcuts(false);
    showTab('keypad');
    if (asked.kind === 'number' && !asked.isCode) void takeAsked(asked);
    const focus = () => inputRef.current?.focus();
    focus();
    // A dialog that was just closed gives the focus back to where it was, one frame later.
    requestAnimationFrame(() => requestAnimationFrame(focus));
  }, [id, inputRef]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the number stands in the field
  useEffect(() => {
    if (!callNow) return;
    startAskedCall();
    call();
  }, [callNow]);
}
