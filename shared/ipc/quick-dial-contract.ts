import { z } from 'zod';
import { hotkeyActions } from '../hotkeys/hotkey.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

const foundNumberSchema = z.strictObject({
  digits: z.string().max(64),
  extension: z.string().max(24).nullable(),
  complete: z.boolean(),
});

/** What the palette was opened for. A later opening takes the place of an earlier one; the same one may learn more. */
export const quickDialOpeningSchema = z.strictObject({
  serial: z.number(),
  /** `no-call`: the live call was to be shown, and there is none. */
  purpose: z.enum(['dial', 'selection', 'redial', 'no-call']),
  /** The selected text is still being read. */
  reading: z.boolean(),
  /** Where the numbers were found. */
  source: z.enum(['selection', 'clipboard']).nullable(),
  /** The text is longer than what is searched: behind its beginning there may be more. */
  partly: z.boolean(),
  numbers: z.array(foundNumberSchema).readonly(),
  /** Why what it was opened for could not be read. */
  error: dialerErrorSchema.nullable(),
});
export type QuickDialOpening = z.infer<typeof quickDialOpeningSchema>;

/**
 * What became of a hotkey. `unsure`: taken, on a desktop that may never hand it out. `taken`: another program has it, or the
 * system. `withheld`: the desktop did not give it, for reasons of its own. `same`: another action of ours has it. `harmful`: one
 * that this system or its programs need, which was set on another or by hand.
 */
const hotkeyStateSchema = z.enum(['none', 'on', 'unsure', 'taken', 'withheld', 'same', 'harmful']);
export type HotkeyState = z.infer<typeof hotkeyStateSchema>;

export const hotkeysStatusSchema = z.strictObject({
  paused: z.boolean(),
  states: z.record(z.enum(hotkeyActions), hotkeyStateSchema),
});
export type HotkeysStatus = z.infer<typeof hotkeysStatusSchema>;

export const quickDialContract = {
  'quick-dial:open': { input: nothing, output: resultOf(nothing) },
  'quick-dial:close': { input: nothing, output: resultOf(nothing) },
  /** What it is open for; null while it is closed. A page that is loaded by the opening missed the announcement of it. */
  'quick-dial:read': {
    input: nothing,
    output: resultOf(z.strictObject({ opening: quickDialOpeningSchema.nullable() })),
  },
  /** Nobody sees the palette any more: the window says of this number that nothing was sent. */
  'quick-dial:not-placed': {
    input: z.strictObject({ destination: z.string().max(256), error: dialerErrorSchema }),
    output: resultOf(nothing),
  },
  /** While an answer is awaited it stays, also without the focus: what becomes of the call has to be seen. */
  'quick-dial:keep': { input: z.strictObject({ open: z.boolean() }), output: resultOf(nothing) },
} satisfies ContractOf<'quick-dial'>;

export const hotkeysContract = {
  'hotkeys:pause': { input: z.strictObject({ paused: z.boolean() }), output: resultOf(nothing) },
  /** `recording`: none of them is taken from the page. `testing`: they are announced and do nothing else. */
  'hotkeys:listen': {
    input: z.strictObject({ mode: z.enum(['usual', 'recording', 'testing']) }),
    output: resultOf(nothing),
  },
} satisfies ContractOf<'hotkeys'>;

export const hotkeyFiredSchema = z.strictObject({ action: z.enum(hotkeyActions) });
