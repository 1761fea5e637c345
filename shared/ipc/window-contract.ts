import { z } from 'zod';
import { commandIds } from '../commands/commands.ts';
import { tabs } from '../tabs.ts';
import { windowNames } from './channels.ts';
import { type ContractOf, nothing, resultOf } from './request-schema.ts';

export const windowContract = {
  'window:compact': { input: z.strictObject({ open: z.boolean() }), output: resultOf(nothing) },
  'window:show-main': { input: nothing, output: resultOf(nothing) },
  'clipboard:write': { input: z.strictObject({ text: z.string().max(4096) }), output: resultOf(nothing) },
  'window:start-with-system': { input: z.strictObject({ on: z.boolean() }), output: resultOf(nothing) },
  /** Shows one, and answers what the desktop said of it. */
  'window:test-notification': {
    input: nothing,
    output: resultOf(z.strictObject({ outcome: z.enum(['shown', 'failed', 'unanswered']) })),
  },
  /** The first layout stands as it will stay: the window may be seen. */
  'window:ready': { input: nothing, output: resultOf(nothing) },
  /** What is drawn in it broke: told so that the log has it. */
  'window:page-broke': {
    input: z.strictObject({ page: z.enum(windowNames), reason: z.string().max(4096) }),
    output: resultOf(nothing),
  },
  'window:hide': { input: nothing, output: resultOf(nothing) },
  'window:remember-tab': { input: z.strictObject({ tab: z.enum(tabs) }), output: resultOf(nothing) },
  /** What can be done now; the menu shows the rest as not available. */
  'window:offer-commands': {
    input: z.strictObject({ commands: z.array(z.enum(commandIds)).max(commandIds.length).readonly() }),
    output: resultOf(nothing),
  },
} satisfies ContractOf<'window' | 'clipboard'>;
