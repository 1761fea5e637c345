import type { DialerError } from '../../shared/errors.ts';
import type { RequestInput } from '../../shared/ipc/contract.ts';
import type { SettingsPatch } from '../../shared/settings/schema.ts';
import { request } from '../dialer-api.ts';

export type Saved = { readonly ok: true } | { readonly ok: false; readonly error: DialerError };

let pending: Promise<unknown> = Promise.resolve();

/** One after the other, so that the last value typed is the one that stays, and in the profile it was typed for. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = pending.then(work);
  pending = done.catch(() => undefined);
  return done;
}

export function saveSettings(patch: SettingsPatch): Promise<Saved> {
  return inTurn(() => request('settings:update', patch));
}

export function saveCredentials(change: RequestInput<'credentials:save'>): Promise<Saved> {
  return inTurn(() => request('credentials:save', change));
}

export function allowUnprotected(allowed: boolean): Promise<Saved> {
  return inTurn(() => request('credentials:allow-unprotected', { allowed }));
}

export function startWithSystem(on: boolean): Promise<Saved> {
  return inTurn(() => request('window:start-with-system', { on }));
}

/** Resolves when nothing is being saved any more: a test must use the values that the agent sees. */
export async function settingsSaved(): Promise<void> {
  await pending;
}

export async function readCertificate() {
  await pending;
  return request('pbx:read-certificate', {});
}

export function trustCertificate(fingerprint256: string): Promise<Saved> {
  return inTurn(() => request('pbx:trust-certificate', { fingerprint256 }));
}
