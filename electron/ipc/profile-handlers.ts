import type { DialerError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { ProfileChanges } from '../desk/profile-changes.ts';
import type { Handlers } from './router.ts';

type Done = Result<Record<string, never>, DialerError>;

/** Requests about profiles; `settled` brings everything in line before it answers. */
export function createProfileHandlers(
  profiles: ProfileChanges,
  settled: (done: Done) => Promise<Done>,
): Pick<Handlers, 'profile:switch' | 'profile:add' | 'profile:rename' | 'profile:remove'> {
  return {
    'profile:switch': ({ id, evenInCall }) => settled(profiles.switchTo(id, evenInCall)),
    'profile:add': ({ name, copy }) => settled(profiles.add(name, copy)),
    'profile:rename': ({ id, name }) => settled(profiles.rename(id, name)),
    'profile:remove': ({ id }) => settled(profiles.remove(id)),
  };
}
