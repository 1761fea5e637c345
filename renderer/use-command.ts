import { useEffect, useEffectEvent } from 'react';
import type { CommandId } from '../shared/commands/commands.ts';
import { offerCommand } from './stores/commands.ts';

/** Offers a command for as long as the view is there and it can be done. */
export function useCommand(id: CommandId, run: () => void, possible = true): void {
  const latest = useEffectEvent(run);
  useEffect(() => (possible ? offerCommand(id, () => latest()) : undefined), [id, possible]);
}
