import { request } from '../dialer-api.ts';

/** The list as a file has it goes to the clipboard; true when it did. */
export async function copyRules(): Promise<boolean> {
  return (await request('dial-rules:copy', {})).ok;
}
