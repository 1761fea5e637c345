import type { IpcMainInvokeEvent } from 'electron';
import { isOwnPage } from '../shell/app-origin.ts';

/**
 * True only for the main frame of one of our windows showing our own page. Read it first thing in a handler: the frame of an event may be gone
 * a moment later, and then it is not trusted.
 */
export function isTrustedSender(event: IpcMainInvokeEvent, ownContentsIds: ReadonlySet<number>): boolean {
  const frame = event.senderFrame as IpcMainInvokeEvent['senderFrame'] | undefined;
  if (frame === null || frame === undefined || frame.parent !== null) return false;
  return ownContentsIds.has(event.sender.id) && isOwnPage(frame.url);
}
