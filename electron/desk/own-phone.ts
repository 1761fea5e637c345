import type { CallEvent, ExtensionState } from '../../shared/domain/call-event.ts';

/** What the PBX said last of the agent's own phone, in this run: an older word may be long untrue. */
export interface OwnPhone {
  heard(event: CallEvent): void;
  /** Null while nothing was said. */
  state(): ExtensionState | null;
}

export function createOwnPhone(deps: {
  readonly own: () => { readonly profile: string; readonly agentNumber: string };
  readonly onChange: () => void;
}): OwnPhone {
  let last: { readonly owner: string; readonly state: ExtensionState; readonly atMs: number } | null = null;
  const owner = () => JSON.stringify(deps.own());
  return {
    heard(event) {
      if (event.kind !== 'extension-state' || event.extension !== deps.own().agentNumber) return;
      const ofNow = last?.owner === owner() ? last : null;
      if (ofNow !== null && ofNow.atMs > event.receivedAtMs) return;
      last = { owner: owner(), state: event.state, atMs: event.receivedAtMs };
      if (ofNow?.state !== event.state) deps.onChange();
    },
    state: () => (last?.owner === owner() ? last.state : null),
  };
}
