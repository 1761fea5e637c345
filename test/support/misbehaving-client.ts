import type { PbxAccess } from '../../electron/calls/ports.ts';
import type { FetchTimeouts } from '../../electron/pbx/guarded-fetch.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { PbxSettings } from '../../shared/settings/schema.ts';

/** Short enough for a test, long enough for a busy machine. */
export const shortTimeouts: FetchTimeouts = { connectMs: 1_500, answerMs: 600, totalMs: 2_500 };

/** Words that must turn up nowhere but in the request. */
export const canaries = { user: 'agent-canary', password: 'pässword-canary', token: 'token-canary' };

export function accessTo(
  address: string,
  settings: Partial<PbxSettings> = {},
  credentials: PbxAccess['credentials'] = canaries,
): PbxAccess {
  return { settings: { ...defaultSettings.pbx, address, ...settings }, credentials, ownListener: null };
}

export const sampleOriginate: OriginateRequest = {
  caller: '557',
  callee: '09371234567',
  callerId: 'masking',
  dialplanContext: 'main_routing',
  trunkName: null,
  timeoutSeconds: 30,
  callLimitSeconds: null,
};
