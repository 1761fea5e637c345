import { request } from '../dialer-api.ts';

export async function checkForUpdates(): Promise<void> {
  await request('updates:check', {});
}
