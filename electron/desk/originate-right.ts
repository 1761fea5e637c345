import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { Clock, Pbx } from '../calls/ports.ts';

/** Remembers that the PBX refused calls for want of the right. A ping proves nothing of that: only another call does. */
export interface OriginateRight {
  watch(pbx: Pick<Pbx, 'originate'>): Pick<Pbx, 'originate'>;
  denied(): AppState['callsDenied'];
  /** When the PBX last took a call of this account; null: none since the start. */
  acceptedAtMs(): number | null;
  /** Another PBX, or the same one with another account. */
  reset(): void;
}

export function createOriginateRight(deps: { readonly clock: Clock; readonly onChange: () => void }): OriginateRight {
  let denied: AppState['callsDenied'] = null;
  let acceptedAtMs: number | null = null;
  let target = 0;
  const set = (next: AppState['callsDenied']) => {
    if (next === denied) return;
    denied = next;
    deps.onChange();
  };
  return {
    watch: (pbx) => ({
      async originate(request) {
        const mine = target;
        const answer = await pbx.originate(request);
        // What the account of before may do says nothing of this one.
        if (mine !== target) return answer;
        if (answer.outcome === 'accepted') {
          acceptedAtMs = deps.clock();
          set(null);
        }
        // What the PBX says against the call itself, it says to those who may place calls.
        else if (answer.error.code === 'pbx-refused') set(null);
        else if (answer.error.code === 'pbx-access-denied') {
          set({ atMs: deps.clock(), service: answer.error.service });
        }
        return answer;
      },
    }),
    denied: () => denied,
    acceptedAtMs: () => acceptedAtMs,
    reset() {
      target += 1;
      acceptedAtMs = null;
      set(null);
    },
  };
}
