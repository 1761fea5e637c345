import type { Call } from '../call.ts';
import { isHostAllowed } from './hosts.ts';
import { type PopMoment, type PopSlot, popSlot } from './slots.ts';
import { namesParty, type PopTemplate, parseTemplate } from './template.ts';
import { knowsParty, popDirection } from './values.ts';

export type ScreenPops = Readonly<Record<PopSlot, string>> & { readonly allowedHosts: readonly string[] };

/** Null: nothing is to be opened, or its host is not allowed (any more). */
export function usableTemplate(pops: ScreenPops, slot: PopSlot): PopTemplate | null {
  const parsed = parseTemplate(pops[slot]);
  return parsed.ok && isHostAllowed(parsed.value.host, pops.allowedHosts) ? parsed.value : null;
}

/** What can be opened for a call; a page that is to name the other party helps nobody while that is not known. */
export function templateFor(call: Call, moment: PopMoment, pops: ScreenPops): PopTemplate | null {
  const template = usableTemplate(pops, popSlot(popDirection(call), moment));
  return template !== null && namesParty(template) && !knowsParty(call) ? null : template;
}
