import { DemoPbx, demoAccount, demoEventFormat } from '../demo-pbx/demo-pbx.ts';
import { inTurn } from './in-turn.ts';

/** The embedded PBX while the program is in demo mode. */
export interface DemoMode {
  /** Null while no demo PBX runs. */
  address(): string | null;
  readonly credentials: { readonly user: string; readonly password: string; readonly token: string };
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where the demo PBX sends its events; null: nowhere. */
  sendEventsTo(target: { readonly address: string; readonly user: string; readonly password: string } | null): void;
}

export function createDemoMode(): DemoMode {
  let wanted = false;
  let running: { readonly pbx: DemoPbx; readonly address: string } | null = null;
  // Starting takes a moment in which it may have to stop again, and the other way round.
  const follow = inTurn(async () => {
    if (wanted && running === null) {
      const pbx = new DemoPbx();
      const { address } = await pbx.start();
      running = { pbx, address };
    } else if (!wanted && running !== null) {
      const { pbx } = running;
      running = null;
      await pbx.stop();
    }
  });
  return {
    address: () => running?.address ?? null,
    credentials: { user: demoAccount.user, password: demoAccount.password, token: demoAccount.token },
    start() {
      wanted = true;
      return follow();
    },
    stop() {
      wanted = false;
      return follow();
    },
    sendEventsTo(target) {
      running?.pbx.setEventTarget(target === null ? null : { ...demoEventFormat, ...target });
    },
  };
}
