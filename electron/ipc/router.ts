import { randomUUID } from 'node:crypto';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type RequestChannel, requestChannels } from '../../shared/ipc/channels.ts';
import { contract, type RequestInput, type RequestOutput } from '../../shared/ipc/contract.ts';
import { fail } from '../../shared/result.ts';
import { StorageFailure } from '../calls/ports.ts';
import type { Log } from '../logging/log.ts';
import { fitsLimits } from './payload-limits.ts';

/** Which of our windows asks, by the id of its contents. */
export interface Sender {
  readonly contentsId: number;
}

export type Handlers = {
  readonly [C in RequestChannel]: (
    input: RequestInput<C>,
    sender: Sender,
  ) => Promise<RequestOutput<C>> | RequestOutput<C>;
};

/** Of the requests about some nouns. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<RequestChannel, `${Noun}:${string}`>>;

/**
 * The only place that answers the window. Each request: trusted sender, size and depth limits, schema, handler, and the answer through its schema
 * (so nothing crosses that the contract does not name). Always answers a Result, never a raw error or a stack.
 */
export function registerRouter(deps: {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly isTrusted: (event: IpcMainInvokeEvent, channel: RequestChannel) => boolean;
  readonly handlers: Handlers;
  readonly log: Log;
}): void {
  // A sender that is gone by now throws when it is looked at.
  const trusts = (event: IpcMainInvokeEvent, channel: RequestChannel): boolean => {
    try {
      return deps.isTrusted(event, channel);
    } catch {
      return false;
    }
  };
  const answer = async <C extends RequestChannel>(channel: C, event: IpcMainInvokeEvent, payload: unknown) => {
    try {
      if (!trusts(event, channel)) {
        deps.log.warn('A request from an untrusted sender was refused', { channel });
        return fail({ code: 'input-invalid', field: 'sender' });
      }
      const contentsId = event.sender.id;
      if (!fitsLimits(payload)) return fail({ code: 'input-invalid', field: 'size' });
      const input = contract[channel].input.safeParse(payload);
      if (!input.success) {
        return fail({ code: 'input-invalid', field: input.error.issues.at(0)?.path.map(String).join('.') ?? '' });
      }
      const output = await deps.handlers[channel](input.data as RequestInput<C>, { contentsId });
      return contract[channel].output.parse(output);
    } catch (error) {
      if (error instanceof StorageFailure) return fail({ code: 'storage-failed' });
      const incidentId = randomUUID().slice(0, 8);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      deps.log.error('A request failed unexpectedly', { channel, incidentId, reason });
      return fail({ code: 'internal', incidentId });
    }
  };
  for (const channel of requestChannels) {
    deps.ipcMain.handle(channel, (event, payload: unknown) => answer(channel, event, payload));
  }
}
