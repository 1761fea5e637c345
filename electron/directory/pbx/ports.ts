import type { DirectoryService, PbxContact, PbxQueue, PbxUser } from '../../../shared/domain/pbx-directory.ts';
import type { PbxError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';

/** What the PBX tells of others. Nothing here throws for what a network or a PBX can do. */
export interface PbxDirectory {
  listUsers(): Promise<Result<readonly PbxUser[], PbxError>>;
  listQueues(): Promise<Result<readonly PbxQueue[], PbxError>>;
  /** Read page by page; told after each one how many are read, and how many there are if the PBX says so. */
  listContacts(onPage: (read: number, total: number | null) => void): Promise<Result<readonly PbxContact[], PbxError>>;
  /** Numbers that the PBX is not to connect. */
  listBlacklist(): Promise<Result<readonly string[], PbxError>>;
  pauseAgent(queue: string, agent: string): Promise<Result<null, PbxError>>;
  resumeAgent(queue: string, agent: string): Promise<Result<null, PbxError>>;
}

/** What is kept of each service, apart from the contacts that are made of it. */
export interface DirectoryLists {
  readonly queues: readonly PbxQueue[];
  readonly users: readonly PbxUser[];
  /** They are contacts, and kept there. */
  readonly contacts: readonly never[];
  readonly blacklist: readonly string[];
}

export interface DirectoryReading<S extends DirectoryService> {
  readonly readAtMs: number;
  /** Which PBX said so. */
  readonly pbx: string;
  readonly count: number;
  readonly entries: DirectoryLists[S];
}

/** Keeps what was read last, for each profile by itself. */
export interface DirectoryReadings {
  get<S extends DirectoryService>(profile: string, service: S): DirectoryReading<S> | null;
  put<S extends DirectoryService>(profile: string, service: S, reading: DirectoryReading<S>): void;
  remove(profile: string, service: DirectoryService): void;
}
