import { randomBytes } from 'node:crypto';
import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import type { ListenerSettings, Settings } from '../../shared/settings/schema.ts';
import type { Listener } from '../call-events/listener.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import { addressesOf, facingAddress } from './facing-address.ts';
import { inTurn } from './in-turn.ts';

type ListenerCredentials = { readonly user: string; readonly password: string };

/** Starts, restarts and stops the listener so that it always matches the settings and the credentials. */
export interface ListenerControl {
  /** Brings the listener in line with what is set now; does nothing when it already is. */
  apply(): Promise<void>;
  /** For good: the program ends. Does not wait for names being looked up. */
  stop(): Promise<void>;
  /** Tries a taken port again at once. */
  retry(): Promise<void>;
  status(): ListenerStatus;
  credentials(): ListenerCredentials | null;
  /** Whose events arrive at the listener; for a moment after a change of settings still those of the profile before. */
  profile(): string;
}

/** What has to be looked up. */
interface Names {
  facingAddress(host: string): Promise<string | null>;
  addressesOf(host: string): Promise<readonly string[]>;
}

const firstRetryMs = 1000;
const longestRetryMs = 60_000;

export function createListenerControl(deps: {
  readonly listener: Listener;
  readonly vault: CredentialVault;
  readonly settings: () => Settings;
  readonly profile: () => string;
  readonly pbxHost: () => string | null;
  readonly pbxOrigin: () => string | null;
  /** Of the profiles that are not active: their PBXs go on sending, and know the same credentials. */
  readonly otherHosts: () => readonly string[];
  readonly onChange: () => void;
  readonly names?: Names;
}): ListenerControl {
  const names = deps.names ?? { facingAddress, addressesOf };
  const demoCredentials = generateCredentials();
  let applied: string | null = null;
  let appliedProfile: string | null = null;
  /** What the running listener was looked up for. */
  let appliedWish: string | null = null;
  /** Whose events the listener counts. */
  let sender: string | null = null;
  let addressMissing = false;
  let retryTimer: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let over = false;
  let operation: Promise<void> = Promise.resolve();

  const credentials = (): ListenerCredentials | null => {
    if (deps.settings().mode === 'demo') return demoCredentials;
    const stored = deps.vault.read().listener;
    if (stored !== null) return stored;
    // Made up once; afterwards the PBX knows them, and others would only lock it out without a word.
    if (deps.vault.listenerIssued()) return null;
    const made = generateCredentials();
    // Without a key store that works nobody could be told them twice.
    return deps.vault.save({ listener: made }).ok ? made : null;
  };

  const bring = async (): Promise<void> => {
    clearTimeout(retryTimer);
    const settings = deps.settings();
    const profile = deps.profile();
    const pbxHost = deps.pbxHost();
    const nextSender = JSON.stringify([profile, deps.pbxOrigin()]);
    const { listener } = settings;
    if (settings.mode === 'unset' || !listener.enabled) {
      setAddressMissing(false);
      await standDown();
      return countFor(nextSender);
    }
    const given = credentials();
    const otherHosts = deps.otherHosts().filter((other) => other !== pbxHost);
    const wish = JSON.stringify([nextSender, listener, given, otherHosts]);
    const host = listener.host === 'auto' ? await hostFacing(pbxHost) : listener.host;
    const found = listener.allowFrom.length > 0 ? listener.allowFrom : await pbxAddresses(pbxHost, listener);
    const notFrom = await otherAddresses(pbxHost, otherHosts);
    // The program may have begun to end while names were looked up.
    if (over) return;
    const failed = pbxHost !== null && (host === null || found === null);
    if (failed) retryLater();
    else retryMs = firstRetryMs;
    // A name server that is silent for a moment is no reason to end what works.
    if (failed && applied !== null && wish === appliedWish) return;
    setAddressMissing(host === null);
    if (host === null) {
      await standDown();
      return countFor(nextSender);
    }
    const allowFrom = found ?? ownAddresses(listener);
    const config = { ...listener, host, allowFrom, notFrom, user: given?.user ?? '', password: given?.password ?? '' };
    const key = JSON.stringify([profile, config]);
    appliedWish = wish;
    if (key === applied) return countFor(nextSender);
    await operate(async () => {
      applied = null;
      await deps.listener.stop();
      countFor(nextSender);
      appliedProfile = profile;
      await deps.listener.start(config);
      applied = key;
    });
  };

  const retryLater = () => {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => void apply().catch(() => undefined), retryMs);
    retryTimer.unref();
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };
  /** After the listener was stopped for the sender before: nothing of it is counted any more then. */
  const countFor = (next: string) => {
    if (sender !== null && sender !== next) deps.listener.forgetArrivals();
    sender = next;
  };
  const operate = (work: () => Promise<void>): Promise<void> => {
    operation = work();
    return operation;
  };
  const standDown = () => {
    applied = null;
    return operate(() => deps.listener.stop());
  };

  const hostFacing = async (pbxHost: string | null) => (pbxHost === null ? null : names.facingAddress(pbxHost));
  /** Null: its name is not known now. */
  const pbxAddresses = async (pbxHost: string | null, listener: ListenerSettings) => {
    const addresses = pbxHost === null ? [] : await names.addressesOf(pbxHost);
    if (pbxHost !== null && addresses.length === 0) return null;
    // In one order: name servers turn the list, and nothing else changed then.
    return [...addresses, ...ownAddresses(listener)].sort();
  };
  /** Where a range or a list of several allows them all, an event of another PBX would become one of this one. */
  const otherAddresses = async (pbxHost: string | null, otherHosts: readonly string[]) => {
    if (otherHosts.length === 0) return [];
    const ours = new Set(pbxHost === null ? [] : await names.addressesOf(pbxHost));
    const theirs = await Promise.all(otherHosts.map((host) => names.addressesOf(host)));
    return [...new Set(theirs.flat())].filter((address) => !ours.has(address)).sort();
  };
  const ownAddresses = (listener: ListenerSettings) => (listener.host === '127.0.0.1' ? ['127.0.0.1'] : []);
  const setAddressMissing = (missing: boolean) => {
    if (missing === addressMissing) return;
    addressMissing = missing;
    deps.onChange();
  };
  const apply = inTurn(bring);

  return {
    apply,
    async stop() {
      over = true;
      clearTimeout(retryTimer);
      await operation.catch(() => undefined);
      await deps.listener.stop();
    },
    retry: async () => {
      if (addressMissing) await apply();
      else deps.listener.retryNow();
    },
    status: () => {
      const status = deps.listener.status();
      return addressMissing ? { ...status, state: 'address-missing' } : status;
    },
    credentials,
    profile: () => appliedProfile ?? deps.profile(),
  };
}

/** Letters and digits only: people paste them into a web form. 144 bits for the password. */
export function generateCredentials(): ListenerCredentials {
  return {
    user: `dialdesk-${randomBytes(3).toString('hex')}`,
    password: randomBytes(18).toString('base64url').replace(/[-_]/g, 'x'),
  };
}
