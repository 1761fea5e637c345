import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { CallEvent } from './call-event.ts';
import type { CallIds } from './call-ids.ts';
import type { DemoPbxEventTarget, EventFields } from './demo-pbx-types.ts';
import { type EventRequest, toEventRequest } from './event-request.ts';
import type { Journal } from './journal.ts';

const timeoutMs = 5000;
const callIdFields = ['originated_call_id', 'unique_id', 'cuid'];

/** Posts events to the one address a PBX has for them. Never throws: what went wrong is the answer. */
export class EventSender {
  #target: DemoPbxEventTarget | null;
  #stopped = false;
  readonly #journal: Journal;
  readonly #underWay = new Set<ClientRequest>();

  constructor(target: DemoPbxEventTarget | null, journal: Journal) {
    this.#target = target;
    this.#journal = journal;
  }

  setTarget(target: DemoPbxEventTarget | null): void {
    this.#target = target;
  }

  start(): void {
    this.#stopped = false;
  }

  stop(): void {
    this.#stopped = true;
    for (const request of this.#underWay) {
      request.destroy(new Error('STOPPED'));
    }
  }

  /** Sends the fields as they are. The answer is an HTTP status or an error word. */
  send(name: string, fields: EventFields): Promise<number | string> {
    const idField = callIdFields.find((field) => field in fields);
    return this.#deliver(name, fields, idField === undefined ? null : String(fields[idField]));
  }

  /** Adds the ids of the call the way the target wants them. */
  sendOfCall(event: CallEvent, ids: CallIds): Promise<number | string> {
    const idField = event.idField ?? this.#target?.idField ?? 'unique_id';
    const withOriginatedCallId = event.withOriginatedCallId && this.#target?.originatedCallIdInEvents === true;
    const fields = {
      ...event.fields,
      [idField]: ids.pbxCallId,
      ...(withOriginatedCallId ? { originated_call_id: ids.originatedCallId } : {}),
    };
    return this.#deliver(event.name, fields, ids.originatedCallId);
  }

  async #deliver(name: string, fields: EventFields, callId: string | null): Promise<number | string> {
    if (this.#target === null || this.#stopped) {
      return this.#stopped ? 'STOPPED' : 'NO_TARGET';
    }
    const atMs = Date.now();
    const answer = await this.#post(this.#target, name, fields);
    this.#journal.addEvent({ atMs, name, fields, callId, answer });
    return answer;
  }

  #post(target: DemoPbxEventTarget, name: string, fields: EventFields): Promise<number | string> {
    return new Promise((resolve) => {
      try {
        const request = openRequest(toEventRequest(target, name, fields));
        const timer = setTimeout(() => request.destroy(new Error('TIMEOUT')), timeoutMs);
        this.#underWay.add(request);
        request.on('response', (response) => {
          response.on('error', () => {});
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        request.on('error', (error) => resolve(errorWord(error)));
        request.on('close', () => {
          clearTimeout(timer);
          this.#underWay.delete(request);
          resolve('CLOSED');
        });
      } catch {
        resolve('BAD_ADDRESS');
      }
    });
  }
}

function openRequest({ url, method, headers, body }: EventRequest): ClientRequest {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = open(url, { method, headers, agent: false });
  request.end(body ?? undefined);
  return request;
}

function errorWord(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}
