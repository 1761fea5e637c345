import type { DialerError } from '../../../shared/errors.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { saveCredentials, saveSettings } from '../../stores/settings.ts';
import { isStillTyped, type SetupDraft, useSetupDraft } from '../../stores/setup-draft.ts';
import { isDialString, toDialString } from '../../typed-values.ts';

export function isUsableCaller(caller: string): boolean {
  return caller.trim() !== '' && isDialString(caller);
}

/** Saves what stands in the form, once more when it was changed meanwhile. Null for an error: there is no address yet. */
export async function saveAsTyped(): Promise<Result<SetupDraft, DialerError | null>> {
  for (;;) {
    const { draft } = useSetupDraft.getState();
    if (draft === null || draft.address.trim() === '') return fail(null);
    const error = await saveDraft(draft);
    if (!isStillTyped(draft)) continue;
    return error === null ? succeed(draft) : fail(error);
  }
}

/** Saves what was typed: the settings first, since another address drops the credentials of the one before. Answers what went wrong. */
async function saveDraft(draft: SetupDraft): Promise<DialerError | null> {
  const settings = await saveSettings({
    pbx: { address: draft.address.trim(), auth: draft.auth },
    ...(isUsableCaller(draft.caller) ? { identity: { caller: toDialString(draft.caller) } } : {}),
  });
  if (!settings.ok) return settings.error;
  const typed = {
    ...(draft.auth !== 'token' && draft.user !== '' ? { user: draft.user } : {}),
    ...(draft.auth !== 'token' && draft.password !== '' ? { password: draft.password } : {}),
    ...(draft.auth !== 'basic' && draft.token !== '' ? { token: draft.token } : {}),
  };
  if (Object.keys(typed).length === 0) return null;
  const credentials = await saveCredentials(typed);
  return credentials.ok ? null : credentials.error;
}
