import type { Command, CommandGroup } from '../commands/commands.ts';

/** Names of commands: in the window and in the system's menu, which the main process builds. */
export interface CommandWords {
  readonly group: Readonly<Record<CommandGroup, string>>;
  readonly name: Readonly<Record<Command['id'], string>>;
}
