import type { CallsMeanwhile } from './calls-meanwhile.ts';
import type { DirectoryTrunk } from './directory-trunks.ts';

export interface DemoPbxAccount {
  readonly user: string;
  readonly password: string;
  readonly token: string;
  /** Which headers the account must send; `both` is the vendor's default. */
  readonly auth: 'basic' | 'token' | 'both';
  /** Service paths this account may use, e.g. `call/originate/act`; `all` for every one. */
  readonly services: 'all' | readonly string[];
  /** Remote addresses allowed; absent = any. */
  readonly allowFrom?: readonly string[];
}

export interface DemoPbxEventTarget {
  readonly address: string;
  readonly user: string;
  readonly password: string;
  readonly version: 'G4' | 'Rest4';
  readonly method: 'GET' | 'POST';
  /** Body form for POST: JSON since version 4, form parameters in versions 2 and 3. */
  readonly encoding: 'json' | 'form';
  /** Older payloads say `unique_id`, field tables say `cuid`. */
  readonly idField: 'unique_id' | 'cuid';
  /** False imitates servers too old to send it. */
  readonly originatedCallIdInEvents: boolean;
}

/** Told about everything the PBX receives and sends, as it happens. */
export interface DemoPbxObserver {
  readonly request?: (request: DemoPbxRequest) => void;
  readonly event?: (event: DemoPbxSentEvent) => void;
}

export interface DemoPbxOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default /api/v4. */
  readonly basePath?: string;
  readonly accounts?: readonly DemoPbxAccount[];
  /** Default both. Real servers differ: some answer 405 to one of them. */
  readonly originateMethods?: readonly ('POST' | 'PUT')[];
  readonly eventTarget?: DemoPbxEventTarget | null;
  /** 1 = as slow as life, 10 = ten times faster. */
  readonly speed?: number;
  /** Default full: colleagues, queues, shared contacts and a blacklist. A PBX that was just set up has none. */
  readonly directory?: 'full' | 'empty';
  /** What trunks it has, each time it is asked; default: those of the demo. */
  readonly trunks?: () => readonly DirectoryTrunk[];
  /** So many shared contacts besides those of a full directory: more than one page of them. */
  readonly moreContacts?: number;
  /** Calls that are in its books from the start; default: some of the last days. */
  readonly meanwhile?: CallsMeanwhile;
  /** How far its clock is ahead of the real one: in its answers and in its events. Reports keep the real time. */
  readonly clockAheadMs?: number;
  /** How far the times in its events are ahead of UTC; 0 is the vendor's default. */
  readonly eventZoneMinutes?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly observer?: DemoPbxObserver;
}

export interface DemoPbxRequest {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** Header names as they came in, with their values; credentials are masked. */
  readonly headers: Record<string, string>;
  /** Parsed JSON, or the raw text when it is not JSON, or null when there was none. */
  readonly body: unknown;
  /** 0 when the PBX left the request without an answer. */
  readonly status: number;
}

export type EventFields = Record<string, string | number>;

export interface DemoPbxSentEvent {
  readonly atMs: number;
  readonly name: string;
  readonly fields: EventFields;
  /** The `orig.call...` id of the played call; for other events whatever call id the fields carry. */
  readonly callId: string | null;
  /** HTTP status the receiver answered, or an error word such as `TIMEOUT` or `ECONNREFUSED`. */
  readonly answer: number | string;
}

export type SendEvent = (name: string, fields: EventFields) => Promise<number | string>;
