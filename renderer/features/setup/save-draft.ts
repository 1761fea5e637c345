import type { DialerError } from '../../../shared/errors.ts';
import { saveCredentials, saveSettings } from '../../stores/settings.ts';
import type { SetupDraft } from '../../stores/setup-draft.ts';
import { toDialString } from '../settings/validate.ts';

/** Saves what was typed: the settings first, since another address drops the credentials of the one before. Answers what went wrong. */
export async function saveDraft(draft: SetupDraft, withCaller: boolean): Promise<DialerError | null> {
  const settings = await saveSettings({
    pbx: { address: draft.address.trim(), auth: draft.auth },
    ...(withCaller ? { identity: { caller: toDialString(draft.caller) } } : {}),
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
