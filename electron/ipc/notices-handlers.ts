import type { Notice } from '../../shared/ipc/notices-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { HandlersOf } from './router.ts';

export function createNoticesHandlers(read: () => Promise<readonly Notice[]>): HandlersOf<'notices'> {
  return { 'notices:read': async () => succeed(await read()) };
}
