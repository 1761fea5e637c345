import type { Direction, Disposition } from './disposition.ts';

/** States of an extension as the PBX tells them. */
export const extensionStates = ['idle', 'in-use', 'paused', 'ringing', 'unavailable', 'unknown'] as const;
export type ExtensionState = (typeof extensionStates)[number];

/** Which call an event speaks of, as far as it says so. */
export interface CallIds {
  readonly originatedCallId: string | null;
  readonly pbxCallId: string | null;
}

/** A final account of a call, pushed by the PBX or read from its reports. Fields the PBX left out are null. */
export interface CallRecord {
  readonly caller: string | null;
  readonly callee: string | null;
  readonly direction: Direction | null;
  readonly disposition: Disposition | null;
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly totalSeconds: number | null;
  /** Sorted, as the PBX calls them; usually none or one. */
  readonly recordingFiles: readonly string[];
  readonly trunkName: string | null;
  readonly queue: string | null;
  readonly surveyScore: number | null;
  readonly surveyLabel: string | null;
}

/** Where a final account came from; earlier in this list wins where two disagree. */
export const recordSources = ['cdr', 'queue-cdr', 'report'] as const;
export type RecordSource = (typeof recordSources)[number];

/** Something the PBX told, in our words. `receivedAtMs` is this computer's clock, UTC epoch milliseconds. */
export type CallEvent = CallIds & { readonly receivedAtMs: number } & CallEventBody;

export type CallEventBody =
  | {
      readonly kind: 'extension-state';
      readonly extension: string;
      readonly state: ExtensionState;
      readonly participant: string | null;
      readonly legDirection: 'inbound' | 'outbound' | null;
      readonly queue: string | null;
    }
  | { readonly kind: 'outgoing-call'; readonly number: string; readonly trunkName: string | null }
  | { readonly kind: 'incoming-call'; readonly number: string; readonly trunkName: string | null }
  | {
      readonly kind: 'transfer';
      readonly transferer: string | null;
      readonly transferredFrom: string | null;
      readonly transferredTo: string | null;
    }
  | { readonly kind: 'call-record'; readonly source: RecordSource; readonly record: CallRecord }
  | {
      readonly kind: 'survey';
      readonly caller: string | null;
      readonly callee: string | null;
      readonly score: number | null;
      readonly label: string | null;
    };

/** Events that are not about one call. `unknown` keeps the PBX's own name for it. */
export type OtherEvent =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'trunk-state';
      readonly trunkName: string;
      readonly state: 'ok' | 'unavailable' | 'deactivated' | 'removed' | 'unknown';
    }
  | { readonly kind: 'extension-added'; readonly extension: string; readonly state: ExtensionState }
  | { readonly kind: 'extension-removed'; readonly extension: string }
  | { readonly kind: 'unknown'; readonly name: string };
