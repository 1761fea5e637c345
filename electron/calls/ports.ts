import type { Call } from '../../shared/domain/call.ts';
import type { CallEvent, CallRecord, OtherEvent } from '../../shared/domain/call-event.ts';
import type { CallEnding, Disposition } from '../../shared/domain/disposition.ts';
import type { MissedEntry } from '../../shared/domain/missed/missed-entry.ts';
import type { MissedSign } from '../../shared/domain/missed/missed-sign.ts';
import type { ProbedService } from '../../shared/domain/probed-service.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';
import type { Trunk } from '../../shared/domain/trunk.ts';
import type { PbxError } from '../../shared/errors.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import type { CertificateFacts } from '../../shared/ipc/pbx-contract.ts';
import type { Result } from '../../shared/result.ts';
import type { PbxSettings } from '../../shared/settings/schema.ts';

/** UTC epoch milliseconds. */
export type Clock = () => number;

/** How the PBX is reached now; read anew for every request, so that a change of settings applies at once. */
export interface PbxAccess {
  readonly settings: PbxSettings;
  readonly credentials: { readonly user: string; readonly password: string; readonly token: string };
  /** host:port of our own listener; the PBX address must not be it. */
  readonly ownListener: { readonly host: string; readonly port: number } | null;
}

/**
 * `refused`: nothing was placed (the PBX said no, or the request never left). `unknown`: the request was sent and no
 * clear answer came, the phone may ring; never sent again by itself.
 */
export type OriginateAnswer =
  | { readonly outcome: 'accepted'; readonly originatedCallId: string | null }
  | { readonly outcome: 'refused'; readonly error: PbxError }
  | { readonly outcome: 'unknown'; readonly error: PbxError };

/** Where the PBX was reached, and how its connection is protected; `pinned`: by the one certificate that is trusted. */
export interface ReachedPbx {
  readonly host: string;
  readonly ms: number;
  readonly encryption: 'none' | 'trusted' | 'pinned';
}

/** A record found in the PBX's reports, with the ids to match it by. */
export interface FoundCallRecord {
  readonly pbxCallIds: readonly string[];
  /** By its own account and by its ids, which do not always agree; UTC epoch milliseconds. */
  readonly mayHaveBegunAtMs: readonly number[];
  readonly record: CallRecord;
}

/** Records of all calls of one party, as many as one answer holds. */
export interface CallRecordPage {
  readonly found: readonly FoundCallRecord[];
  /** How many rows the answer had, readable or not: where the next page starts. */
  readonly rows: number;
  /** How many there are on all pages; null where the PBX does not say it. */
  readonly total: number | null;
}

export interface CallRecordPageQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly party: string;
  readonly side: 'caller' | 'callee';
  readonly start: number;
}

export interface PingAnswer {
  readonly host: string;
  readonly roundTripMs: number;
  /** How far the clock of the PBX is ahead of this computer's; null when its answer does not tell its time. */
  readonly clockAheadMs: number | null;
}

export type PingResult =
  | { readonly ok: true; readonly value: PingAnswer }
  /** `understood`: what answered speaks the PBX's language, whatever it said. */
  | { readonly ok: false; readonly error: PbxError; readonly understood: boolean; readonly roundTripMs: number };

/** The PBX as the dialer uses it. Nothing here throws for what a network or a PBX can do. */
export interface Pbx {
  /** Shows the account and asks for nothing else. */
  ping(): Promise<PingResult>;
  /** Only connects, with TLS where the address says so. Sends nothing. */
  reach(): Promise<Result<ReachedPbx, PbxError>>;
  /** Asks for next to nothing of a service; what it answers is not looked at. */
  probe(service: ProbedService): Promise<Result<null, PbxError>>;
  /** Begins the connection that a call is asked for on, if one is within seconds. Sends nothing but a TLS handshake. */
  approach(): void;
  originate(request: OriginateRequest): Promise<OriginateAnswer>;
  listTrunks(): Promise<Result<readonly Trunk[], PbxError>>;
  /** Call records that began between the two moments (UTC epoch ms) and name both parties. */
  searchCallRecords(query: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly caller: string;
    readonly callee: string;
  }): Promise<Result<readonly FoundCallRecord[], PbxError>>;
  /** One page of the calls of a party that began between the two moments; perhaps a minute more on either side. */
  listCallRecords(query: CallRecordPageQuery): Promise<Result<CallRecordPage, PbxError>>;
  /** Reads the certificate the PBX presents, without sending credentials or trusting it. */
  readCertificate(): Promise<Result<CertificateFacts & { readonly pem: string }, PbxError>>;
}

/** The database did not take or give something: a full disk, a damaged file. Any store may throw it, and only this. */
export class StorageFailure extends Error {
  constructor(cause: unknown) {
    super('The database failed', { cause });
    this.name = 'StorageFailure';
  }
}

/** What the database does not tell is not known: `instead` stands for that. */
export function unlessFailing<T>(instead: T, read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof StorageFailure) return instead;
    throw problem;
  }
}

/** Keeps calls. Every method is synchronous and durable when it returns. */
export interface CallStore {
  save(call: Call): void;
  /** One commit for all that `work` saves: each by itself waits for the disk. */
  together(profile: string, work: () => void): void;
  get(id: string): Call | null;
  /**
   * Calls with one of the ids; when there is none, the calls originated here since `sinceMs`, up to `untilMs` if there is one: with a
   * `pbxCallId` only those that have no PBX id yet. Of more than any agent has in that time, the newest two thousand.
   */
  findCandidates(query: {
    readonly profile: string;
    readonly originatedCallId: string | null;
    readonly pbxCallId: string | null;
    readonly sinceMs: number;
    readonly untilMs?: number;
  }): readonly Call[];
  /** Calls not ended yet, oldest first. */
  listUnfinished(profile: string): readonly Call[];
  /** Newest first by `startedAtMs`, then `id`. */
  list(profile: string, before: CallCursor | null, limit: number): readonly Call[];
  /** The same of several profiles together. */
  listOfMany(profiles: readonly string[], before: CallCursor | null, limit: number): readonly Call[];
  count(profile: string): number;
}

/** A number of the other party, with what its calls so far say of it. */
export interface CalledNumber {
  readonly number: string;
  readonly lastAtMs: number;
  /** Of the last call; null while it has none. */
  readonly ending: CallEnding | null;
  readonly disposition: Disposition | null;
  readonly calls: number;
  /** Calls to it today that were to reach it. */
  readonly triesToday: number;
}

/** Numbers of earlier calls, for whoever types one. */
export interface CalledNumbers {
  /** Numbers that hold the digits: those that begin with them first, then the newest; `exact` is the typed one itself. */
  find(query: { readonly profile: string; readonly digits: string; readonly limit: number }): {
    readonly exact: CalledNumber | null;
    readonly numbers: readonly CalledNumber[];
  };
}

/** Numbers that called in vain. A call that a colleague took is none of them. */
export interface MissedCalls {
  /** The calls of those that wait for somebody to talk with them, by their ids. */
  unhandledCalls(profile: string): ReadonlySet<string>;
  /** The numbers that wait, or those of the last days that do not any more; the last that called first. */
  list(profile: string, handled: boolean): readonly MissedEntry[];
  markSeen(profile: string): void;
  /** By the word of the agent, for all calls of the number until now. */
  handle(profile: string, number: string): void;
  /** Takes that word back. */
  reopen(profile: string, number: string): void;
}

/** What calls that never came to the agent say of those numbers. */
export interface OthersCalls {
  /** Null: nothing, whatever was noted before. */
  note(profile: string, pbxCallId: string, sign: MissedSign | null): void;
}

/** An event as it came in, before anybody made sense of it. */
export interface RawEvent {
  readonly profile: string;
  readonly receivedAtMs: number;
  /** Event name in the PBX's own spelling; empty when it gave none. */
  readonly name: string;
  /** Same key, same event: a repeated one is stored once. Null for events that carry nothing to tell repeats by. */
  readonly dedupeKey: string | null;
  readonly pbxCallId: string | null;
  /** How to read `body` again: `query` and `form` are percent-encoded pairs. */
  readonly encoding: 'query' | 'form' | 'json';
  readonly body: Uint8Array;
}

export const inboxStates = ['new', 'applied', 'ignored', 'unknown', 'unreadable'] as const;
export type InboxState = (typeof inboxStates)[number];

export interface StoredEvent extends RawEvent {
  readonly id: number;
  readonly state: InboxState;
}

/** Where events are committed before the PBX gets its 200. */
export interface Inbox {
  /**
   * Resolves once the event is durably committed (events that come in together share one commit); `null` when an equal
   * event was stored before. Rejects when the database cannot take it: the PBX must then not be told 200.
   */
  append(event: RawEvent): Promise<StoredEvent | null>;
  /** May be written a little later, and is seen at once; one lost in a crash means that the event is worked on again. */
  mark(id: number, state: Exclude<InboxState, 'new'>, callId: string | null): void;
  /** What `work` marks counts only when it does not throw; then it is as new as before, whatever became of its calls. */
  marking(work: () => void): void;
  /** Not worked on yet. */
  isNew(id: number): boolean;
  /** Committed, but not worked on yet; oldest first. Fewer than `limit`: there are no more after that id. */
  listNew(profile: string, afterId: number, limit: number): readonly StoredEvent[];
  /** Events of one PBX call that no call has taken yet, oldest first. */
  listIgnored(profile: string, pbxCallId: string): readonly StoredEvent[];
  /** Newest first. */
  listRecent(profile: string, limit: number): readonly StoredEvent[];
}

/** What the wire format says an event is. */
export type ReadEvent =
  | { readonly kind: 'call'; readonly event: CallEvent }
  | { readonly kind: 'other'; readonly event: OtherEvent }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Makes domain events of stored ones; pure, so a stored event can be read again at any time. */
export type ReadStoredEvent = (event: RawEvent) => ReadEvent;

/** The PBX asks how to go on with a call whose first party has answered. Fields it left out are null. */
export interface TrunkQuestion {
  readonly caller: string | null;
  readonly callee: string | null;
  readonly pbxCallId: string | null;
}

/** Whom to ring next. Null where the PBX's own settings apply. */
export interface TrunkAnswer {
  readonly trunkName: string | null;
  readonly callee: string;
  readonly callLimitSeconds: number | null;
}

export interface TrunkApi {
  /** Null: the call may not go on. Must not wait for anything: the first party listens to silence. */
  answer(question: TrunkQuestion): TrunkAnswer | null;
}
