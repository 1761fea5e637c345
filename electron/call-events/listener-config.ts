import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import type { Clock, Inbox, StoredEvent, TrunkApi } from '../calls/ports.ts';

export interface ListenerConfig {
  /** An address of this computer; never `auto`. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly path: string;
  /** Addresses or CIDR ranges; empty allows nobody. Names must be resolved before. */
  readonly allowFrom: readonly string[];
  /** Addresses that are allowed nothing, whatever `allowFrom` says. */
  readonly notFrom: readonly string[];
  readonly user: string;
  readonly password: string;
}

export interface ListenerDeps {
  readonly inbox: Pick<Inbox, 'append'>;
  /** After the answer to the PBX, for events not stored before. */
  readonly onStored: (event: StoredEvent) => void;
  readonly trunkApi: TrunkApi;
  readonly profile: () => string;
  readonly clock: Clock;
  readonly onStatus: (status: ListenerStatus) => void;
  readonly log?: ListenerLog;
}

export interface ListenerLog {
  warn(message: string, data?: Readonly<Record<string, unknown>>): void;
  error(message: string, data?: Readonly<Record<string, unknown>>): void;
}
