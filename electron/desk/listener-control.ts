import { randomBytes } from 'node:crypto';
import type { ListenerStatus } from '../../shared/ipc/contract.ts';
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

export function createListenerControl(deps: {
  readonly listener: Listener;
  readonly vault: CredentialVault;
  readonly settings: () => Settings;
  readonly profile: () => string;
  readonly pbxHost: () => string | null;
  readonly onChange: () => void;
}): ListenerControl {
  const demoCredentials = generateCredentials();
  let applied: string | null = null;
  let appliedProfile: string | null = null;
  let addressMissing = false;
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
    const settings = deps.settings();
    const profile = deps.profile();
    const { listener } = settings;
    if (settings.mode === 'unset' || !listener.enabled) {
      setAddressMissing(false);
      return standDown();
    }
    const given = credentials();
    const host = listener.host === 'auto' ? await hostFacingPbx() : listener.host;
    const allowFrom = listener.allowFrom.length > 0 ? listener.allowFrom : await pbxAddresses(listener);
    // The program may have begun to end while names were looked up.
    if (over) return;
    setAddressMissing(host === null);
    if (host === null) return standDown();
    const config = { ...listener, host, allowFrom, user: given?.user ?? '', password: given?.password ?? '' };
    const key = JSON.stringify([profile, config]);
    if (key === applied) return;
    await operate(async () => {
      applied = null;
      await deps.listener.stop();
      appliedProfile = profile;
      await deps.listener.start(config);
      applied = key;
    });
  };

  const operate = (work: () => Promise<void>): Promise<void> => {
    operation = work();
    return operation;
  };
  const standDown = () => {
    applied = null;
    return operate(() => deps.listener.stop());
  };

  const hostFacingPbx = async () => {
    const host = deps.pbxHost();
    return host === null ? null : facingAddress(host);
  };
  const pbxAddresses = async (listener: ListenerSettings) => {
    const host = deps.pbxHost();
    const addresses = host === null ? [] : await addressesOf(host);
    // In one order: name servers turn the list, and nothing else changed then.
    return (listener.host === '127.0.0.1' ? [...addresses, '127.0.0.1'] : [...addresses]).sort();
  };
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
