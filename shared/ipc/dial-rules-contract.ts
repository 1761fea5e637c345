import { type ContractOf, nothing, resultOf } from './request-schema.ts';

export const dialRulesContract = {
  /** The rules as they are saved go to the clipboard, in the form of a file. */
  'dial-rules:copy': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'dial-rules'>;
