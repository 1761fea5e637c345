import { DemoPbx, demoAccount, demoEventFormat } from '../demo-pbx/demo-pbx.ts';

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
  let running: { readonly pbx: DemoPbx; readonly address: string } | null = null;
  return {
    address: () => running?.address ?? null,
    credentials: { user: demoAccount.user, password: demoAccount.password, token: demoAccount.token },
    async start() {
      if (running !== null) return;
      const pbx = new DemoPbx();
      const { address } = await pbx.start();
      running = { pbx, address };
    },
    async stop() {
      const stopped = running;
      running = null;
      await stopped?.pbx.stop();
    },
    sendEventsTo(target) {
      running?.pbx.setEventTarget(target === null ? null : { ...demoEventFormat, ...target });
    },
  };
}
