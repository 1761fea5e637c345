import { randomBytes } from 'node:crypto';
import type { ListenerStatus } from '../../shared/ipc/contract.ts';
import type { ListenerSettings, Settings } from '../../shared/settings/schema.ts';
import type { createListener } from '../call-events/listener.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import { addressesOf, facingAddress } from './facing-address.ts';

type Listener = ReturnType<typeof createListener>;
type ListenerCredentials = { readonly user: string; readonly password: string };

/** Starts, restarts and stops the listener so that it always matches the settings and the credentials. */
export interface ListenerControl {
  /** Brings the listener in line with what is set now; does nothing when it already is. */
  apply(): Promise<void>;
  stop(): Promise<void>;
  /** Tries a taken port again at once. */
  retry(): Promise<void>;
  status(): ListenerStatus;
  credentials(): ListenerCredentials | null;
}

export function createListenerControl(deps: {
  readonly listener: Listener;
  readonly vault: CredentialVault;
  readonly settings: () => Settings;
  readonly pbxHost: () => string | null;
  readonly onChange: () => void;
}): ListenerControl {
  const demoCredentials = generateCredentials();
  let applied: string | null = null;
  let addressMissing = false;
  let queue: Promise<void> = Promise.resolve();

  const credentials = (): ListenerCredentials | null => {
    if (deps.settings().mode === 'demo') return demoCredentials;
    const stored = deps.vault.read().listener;
    if (stored !== null) return stored;
    // Made up once; afterwards the PBX knows them, and others would only lock it out without a word.
    if (deps.vault.listenerIssued()) return null;
    const made = generateCredentials();
    deps.vault.save({ listener: made });
    return made;
  };

  const bring = async (): Promise<void> => {
    const settings = deps.settings();
    const { listener } = settings;
    if (settings.mode === 'unset' || !listener.enabled) return stop();
    const given = credentials();
    const host = listener.host === 'auto' ? await hostFacingPbx() : listener.host;
    const allowFrom = listener.allowFrom.length > 0 ? listener.allowFrom : await pbxAddresses(listener);
    setAddressMissing(host === null);
    if (host === null) return stop();
    const config = { ...listener, host, allowFrom, user: given?.user ?? '', password: given?.password ?? '' };
    const key = JSON.stringify(config);
    if (key === applied) return;
    await deps.listener.stop();
    applied = key;
    await deps.listener.start(config);
  };

  const hostFacingPbx = async () => {
    const host = deps.pbxHost();
    return host === null ? null : facingAddress(host);
  };
  const pbxAddresses = async (listener: ListenerSettings) => {
    const host = deps.pbxHost();
    const addresses = host === null ? [] : await addressesOf(host);
    return listener.host === '127.0.0.1' ? [...addresses, '127.0.0.1'] : addresses;
  };
  const setAddressMissing = (missing: boolean) => {
    if (missing === addressMissing) return;
    addressMissing = missing;
    deps.onChange();
  };
  const stop = async () => {
    applied = null;
    await deps.listener.stop();
  };

  const apply = () => {
    queue = queue.then(bring, bring);
    return queue;
  };

  return {
    apply,
    stop,
    retry: async () => {
      if (addressMissing) await apply();
      else deps.listener.retryNow();
    },
    status: () => {
      const status = deps.listener.status();
      return addressMissing ? { ...status, state: 'address-missing' } : status;
    },
    credentials,
  };
}

/** Letters and digits only: people paste them into a web form. 144 bits for the password. */
export function generateCredentials(): ListenerCredentials {
  return {
    user: `dialdesk-${randomBytes(3).toString('hex')}`,
    password: randomBytes(18).toString('base64url').replace(/[-_]/g, 'x'),
  };
}
