import { create } from 'zustand';
import type { CommandId } from '../../shared/commands/commands.ts';
import { request, subscribe } from '../dialer-api.ts';
import { leaveShortcuts } from './view.ts';

type Run = () => void;

/** Over the list of keys only what changes nothing beneath it. */
const overShortcuts: readonly CommandId[] = ['shortcuts', 'zoom-in', 'zoom-out', 'zoom-reset'];

export function isOverShortcuts(command: CommandId): boolean {
  return overShortcuts.includes(command);
}

/** What each command does now: the newest of those who offered it. What nobody offers cannot be done. */
const useCommands = create<{ readonly offered: ReadonlyMap<CommandId, readonly Run[]> }>(() => ({
  offered: new Map(),
}));

/** Returns the function that takes the offer back. */
export function offerCommand(id: CommandId, run: Run): () => void {
  const change = (next: (runs: readonly Run[]) => readonly Run[]) =>
    useCommands.setState(({ offered }) => ({ offered: new Map(offered).set(id, next(offered.get(id) ?? [])) }));
  change((runs) => [...runs, run]);
  return () => change((runs) => runs.filter((offered) => offered !== run));
}

/** False when the command cannot be done now. */
export function runCommand(id: CommandId): boolean {
  const run = useCommands.getState().offered.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}

/** In the menu or the tray: what goes elsewhere leaves the list of keys, where its own keys would not do it. */
async function runFromOutside(command: CommandId): Promise<void> {
  if (!isOverShortcuts(command)) await leaveShortcuts();
  runCommand(command);
}

function available(): readonly CommandId[] {
  return [...useCommands.getState().offered].filter(([, runs]) => runs.length > 0).map(([id]) => id);
}

/** Does what is chosen in the system's menu, and tells it what can be chosen. */
export function connectCommands(): void {
  subscribe('command:run', ({ command }) => void runFromOutside(command));
  subscribe('window:called-up', () => void leaveShortcuts());
  let told = '';
  useCommands.subscribe(() =>
    // Views come and go in groups: the menu hears of the outcome.
    queueMicrotask(() => {
      const commands = [...available()].sort();
      if (told === commands.join()) return;
      told = commands.join();
      void request('window:offer-commands', { commands });
    }),
  );
}
