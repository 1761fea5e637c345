import type { AppState } from '../../shared/ipc/app-state-schema.ts';

/** Nobody here changes it: the administrator has it locked or hidden. */
export function isFixed({ locked, hidden }: AppState['managed'], name: string): boolean {
  return locked.includes(name) || hidden.includes(name);
}
