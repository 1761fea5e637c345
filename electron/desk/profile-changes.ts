import { hasVisible, neutralText } from '../../shared/domain/neutral-text.ts';
import type { DialerError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { isFixed, type ManagedRecord } from '../../shared/settings/managed-record.ts';
import { firstProfileId, longestName, profilesOf } from '../../shared/settings/profiles.ts';
import type { OtherProfile, Profile, Settings } from '../../shared/settings/schema.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

type Done = Result<Record<string, never>, DialerError>;

/** How many deleted profiles are still known by name. */
const mostFormer = 200;

/**
 * Which PBX and identity are in use. `pbx` and `identity` of the settings are always those of the active profile: a switch
 * exchanges them with those of another in one write, so that no moment knows the address of one with the credentials of the other.
 */
export interface ProfileChanges {
  /** Refused while a call is under way, unless somebody said that it may go on unseen. Ends the demo. */
  switchTo(id: string, evenInCall: boolean): Done;
  /**
   * Does something to the first profile, whichever is active: the administrator's file describes that one, and is read again at each
   * start. Where it was deleted it is made anew, and stays only if that was done: the file never changes another one.
   */
  inFirst(work: () => Done): Done;
  /** Makes one with this name and turns to it; a copy has the PBX, the identity and the credentials of the active one. */
  add(name: string, copy: boolean): Done;
  rename(id: string, name: string): Done;
  /** With its credentials. One that is active has to be left first. */
  remove(id: string): Done;
}

export function createProfileChanges(deps: {
  readonly store: Pick<SettingsStore, 'read' | 'update' | 'managed'>;
  readonly vault: Pick<CredentialVault, 'copyTo' | 'forget'>;
  readonly newId: () => string;
  /** A call of the agent's is under way. */
  readonly inCall: () => boolean;
  readonly hasCalls: (profile: string) => boolean;
  /** What is kept from its PBX: the directory and recordings, not the calls. */
  readonly forget: (profile: string) => void;
}): ProfileChanges {
  const { store, vault } = deps;
  const enter = (
    next: OtherProfile,
    others: Settings['otherProfiles'],
    mode: Settings['mode'],
    managed?: ManagedRecord,
  ): Done => {
    const { pbx, identity, id, name } = next;
    return done(store.update({ mode, profile: { id, name }, pbx, identity, otherProfiles: [...others] }, managed));
  };
  const exchange = (id: string, mode: Settings['mode'], managed?: ManagedRecord): Done => {
    const settings = store.read();
    const { profile, otherProfiles } = settings;
    const next = id === profile.id ? stored(settings) : otherProfiles.find((other) => other.id === id);
    if (next === undefined) return fail({ code: 'not-found' });
    const others = otherProfiles.map((other) => (other.id === id ? stored(settings) : other));
    return enter(next, others, mode, managed);
  };

  const enterFirstAnew = (settings: Settings): Done => {
    const { profile, pbx, identity, mode, otherProfiles, formerProfiles } = settings;
    const entered = store.update({
      mode,
      profile: { id: firstProfileId, name: '' },
      ...empty(settings),
      otherProfiles: [...otherProfiles, { ...profile, pbx, identity }],
      formerProfiles: formerProfiles.filter(({ id }) => id !== firstProfileId),
    });
    return done(entered);
  };

  const locked = (): Done | null =>
    isFixed(store.managed(), 'profiles') ? fail({ code: 'settings-locked', setting: 'profiles' }) : null;

  /** A new profile has what no profile may have otherwise. */
  const empty = (settings: Settings): Pick<OtherProfile, 'pbx' | 'identity'> => {
    const fixedIn = <G extends 'pbx' | 'identity'>(group: G): Partial<Settings[G]> =>
      Object.fromEntries(
        Object.entries(settings[group]).filter(([field]) => isFixed(store.managed(), `${group}.${field}`)),
      ) as Partial<Settings[G]>;
    return {
      pbx: { ...defaultSettings.pbx, ...fixedIn('pbx') },
      identity: {
        ...defaultSettings.identity,
        countryCode: settings.identity.countryCode,
        ...fixedIn('identity'),
      },
    };
  };

  return {
    switchTo(id, evenInCall) {
      const { profile, mode } = store.read();
      if (id === profile.id && mode === 'simotel') return succeed({});
      if (!evenInCall && deps.inCall()) return fail({ code: 'profile-in-call' });
      return exchange(id, 'simotel');
    },
    inFirst(work) {
      const before = store.read();
      const { profile, mode, otherProfiles } = before;
      if (profile.id === firstProfileId) return work();
      const there = otherProfiles.some(({ id }) => id === firstProfileId);
      // Also where it was made unlike what is locked by hand: it is about to be put right.
      const entered = there ? exchange(firstProfileId, mode, store.managed()) : enterFirstAnew(before);
      const worked = entered.ok ? work() : entered;
      if (!worked.ok && !there) {
        store.update(before);
        return worked;
      }
      const back = exchange(profile.id, store.read().mode);
      // One that is not as the administrator wants all profiles is left for good.
      if (!back.ok && back.error.code === 'settings-locked') return worked;
      return worked.ok ? back : worked;
    },
    add(typed, copy) {
      const settings = store.read();
      const forbidden = locked();
      if (forbidden !== null) return forbidden;
      if (deps.inCall()) return fail({ code: 'profile-in-call' });
      const id = deps.newId();
      const named = readName(typed, id, settings);
      if (!named.ok) return named;
      const name = named.value;
      const made: OtherProfile = copy ? { ...stored(settings), id, name } : { id, name, ...empty(settings) };
      const copied = copy ? vault.copyTo(id) : succeed({});
      if (!copied.ok) return copied;
      const entered = enter(made, [...settings.otherProfiles, stored(settings)], 'simotel');
      if (!entered.ok && copy) vault.forget(id);
      return entered;
    },
    rename(id, typed) {
      const settings = store.read();
      const forbidden = locked();
      if (forbidden !== null) return forbidden;
      const { profile, otherProfiles } = settings;
      const named = readName(typed, id, settings);
      if (!named.ok) return named;
      const name = named.value;
      if (id === profile.id) return done(store.update({ profile: { id, name } }));
      if (!otherProfiles.some((other) => other.id === id)) return fail({ code: 'not-found' });
      const renamed = otherProfiles.map((other) => (other.id === id ? { ...other, name } : other));
      return done(store.update({ otherProfiles: renamed }));
    },
    remove(id) {
      const before = store.read();
      const forbidden = locked();
      if (forbidden !== null) return forbidden;
      const gone = profilesOf(before).find((profile) => profile.id === id && !profile.active);
      if (gone === undefined) return fail({ code: 'not-found' });
      // An address in the place of a name may be longer.
      const former: Profile = { id, name: gone.name.slice(0, longestName) };
      const removed = store.update({
        otherProfiles: before.otherProfiles.filter((other) => other.id !== id),
        // Its calls stay, and say whose they were.
        formerProfiles: deps.hasCalls(id)
          ? [former, ...before.formerProfiles].slice(0, mostFormer)
          : before.formerProfiles,
      });
      if (!removed.ok) return removed;
      const forgotten = vault.forget(id);
      if (forgotten.ok) deps.forget(id);
      else store.update(before);
      return forgotten;
    },
  };
}

/** A name is there to tell one from the others by sight. */
function readName(typed: string, id: string, settings: Settings): Result<string, DialerError> {
  const name = neutralText(typed, longestName);
  if (!hasVisible(name)) return fail({ code: 'profile-name-empty' });
  const key = (of: string) => of.toLocaleLowerCase('en');
  const taken = profilesOf(settings).some((other) => other.id !== id && key(other.name) === key(name));
  return taken ? fail({ code: 'profile-name-taken', name }) : succeed(name);
}

function stored({ profile, pbx, identity }: Settings): OtherProfile {
  return { ...profile, pbx, identity };
}

function done(result: Result<unknown, DialerError>): Done {
  return result.ok ? succeed({}) : result;
}
