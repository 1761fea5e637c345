import type { LinkScheme } from '../../shared/domain/link-schemes.ts';
import { type HotkeyAction, hotkeyActions } from '../../shared/hotkeys/hotkey.ts';
import type { CredentialStatus } from '../../shared/ipc/credentials-contract.ts';
import type { KeepingState } from '../../shared/ipc/keeping-contract.ts';
import type { LinkProgram } from '../../shared/ipc/links-contract.ts';
import type { HotkeyState, HotkeysStatus } from '../../shared/ipc/quick-dial-contract.ts';
import { broken, doubtful, fine, type Judgement, unseen } from './finding.ts';

export function judgeKeychain({ protection, backend, locked }: CredentialStatus): Judgement {
  if (locked) return broken('keychain-locked');
  switch (protection) {
    case 'keychain':
      return fine('keychain-protected', backend === null ? {} : { store: backend });
    case 'memory':
      return doubtful('keychain-memory');
    case 'unprotected':
      return doubtful('keychain-unprotected');
  }
}

export function judgeHotkeys({ paused, states }: HotkeysStatus): Judgement {
  const inState = (...wanted: readonly HotkeyState[]): readonly HotkeyAction[] =>
    hotkeyActions.filter((action) => wanted.includes(states[action]));
  if (hotkeyActions.length === inState('none').length) return fine('hotkeys-none');
  if (paused) return doubtful('hotkeys-paused');
  const missing = inState('taken', 'withheld', 'same', 'harmful');
  if (missing.length > 0) return doubtful('hotkeys-missing', { actions: missing });
  const unsure = inState('unsure');
  // That the system took them is all that is known: whether a key arrives only a press shows.
  return unsure.length > 0
    ? unseen('hotkeys-unsure', { actions: unsure })
    : fine('hotkeys-on', { actions: inState('on') });
}

/** What counts is what opens a number that is clicked on a web page: `tel`. */
export function judgeLinks(programs: readonly LinkProgram[] | null): Judgement {
  const usual: LinkScheme = 'tel';
  const found = programs?.find(({ scheme }) => scheme === usual);
  const ours = programs?.filter(({ state }) => state === 'ours').map(({ scheme }) => scheme) ?? [];
  switch (found?.state) {
    case 'ours':
      return fine('links-ours', { schemes: ours });
    case 'other':
      return doubtful('links-other', { schemes: [usual], program: found.program ?? '?' });
    case 'none':
      return doubtful('links-none', { schemes: [usual] });
    default:
      return unseen('links-unknown');
  }
}

const megabyte = 1024 * 1024;
/** A backup needs room for the whole database beside it, and the system wants some as well. */
const leastBytesFree = 500 * megabyte;

export function judgeDisk(known: {
  readonly keeping: Pick<KeepingState, 'storage' | 'backup'>;
  /** Null: the system does not tell. */
  readonly freeBytes: number | null;
  readonly usedBytes: number;
}): Judgement {
  const { keeping, freeBytes, usedBytes } = known;
  if (keeping.storage !== null) return broken('disk-problem', { storage: keeping.storage });
  if (freeBytes !== null && freeBytes < Math.max(leastBytesFree, 2 * usedBytes)) {
    return doubtful('disk-low', { freeBytes, usedBytes });
  }
  if (keeping.backup !== null) return doubtful('disk-backup');
  return freeBytes === null ? unseen('disk-unknown', { usedBytes }) : fine('disk-roomy', { freeBytes, usedBytes });
}
