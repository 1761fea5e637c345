import type { ExtensionState } from './call-event.ts';

/** What is read of the PBX's directory, each by a permission of its own. */
export const directoryServices = ['queues', 'users', 'contacts', 'blacklist'] as const;
export type DirectoryService = (typeof directoryServices)[number];

/** A colleague's extension. */
export interface PbxUser {
  readonly name: string;
  readonly number: string;
  /** The queues it answers for, by number or name as the PBX writes them. */
  readonly queues: readonly string[];
}

export interface PbxQueue {
  readonly name: string;
  readonly number: string;
}

/** An entry of the address book that all agents share. */
export interface PbxContact {
  readonly name: string;
  readonly number: string;
  readonly description: string;
}

/** What the PBX said last of an extension, and when that was heard. */
export interface Presence {
  readonly number: string;
  readonly state: ExtensionState;
  readonly atMs: number;
}

/** `unknown`: the PBX lists it, and never said whether it works. */
export const trunkStates = ['ok', 'unavailable', 'deactivated', 'removed', 'unknown'] as const;
export type TrunkState = (typeof trunkStates)[number];

export interface TrunkPresence {
  readonly name: string;
  readonly state: TrunkState;
  readonly atMs: number;
}

/** One of the agent's own queues; null: nobody said whether it is paused. */
export interface OwnQueue extends PbxQueue {
  readonly paused: boolean | null;
  readonly atMs: number | null;
}

/** Whether the one switch for all queues leaves them or takes them up again. */
export function isAllPaused(queues: readonly OwnQueue[]): boolean {
  return queues.length > 0 && queues.every(({ paused }) => paused === true);
}

/** What is said of the agent: of the phone first, then of the queues that were left. */
export type OwnWord = ExtensionState | 'partly-paused';

/**
 * A phone that rings or is talked on says so whatever the queues are. Whether the agent is out of them, the queues alone say where
 * they are known, as to the switch for all: the phone is told as paused by a pause in any of them.
 */
export function ownWord(phone: ExtensionState | null, queues: readonly OwnQueue[]): OwnWord {
  if (phone !== null && phone !== 'idle' && phone !== 'paused' && phone !== 'unknown') return phone;
  if (isAllPaused(queues)) return 'paused';
  if (queues.some(({ paused }) => paused === true)) return 'partly-paused';
  if (phone === 'paused' && queues.length > 0) return 'partly-paused';
  return phone ?? 'unknown';
}

/** Events and lists name a queue by its number or by its name. */
export function findQueue(queues: readonly PbxQueue[], called: string): PbxQueue | null {
  return queues.find(({ number }) => number === called) ?? queues.find(({ name }) => name === called) ?? null;
}

/** Those that are there now. */
export function namesOfTrunks(trunks: readonly TrunkPresence[]): ReadonlySet<string> {
  return new Set(trunks.flatMap(({ name, state }) => (state === 'removed' ? [] : [name])));
}
