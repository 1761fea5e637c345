import type { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';

/** A call that rings at the agent's phone, told as the PBX tells it, step by step. */
export interface IncomingCall {
  answer(): Promise<void>;
  /** It stops ringing, or ends. */
  hangUp(): Promise<void>;
  /** The final account, of who took it. */
  account(end: { readonly dst: string; readonly disposition: string }): Promise<void>;
}

let calls = 0;

export async function ringIn(pbx: DemoPbx, number: string, queue = ''): Promise<IncomingCall> {
  calls += 1;
  const unique_id = `1768546000.${calls}`;
  const phone = { exten: '557', participant: number, direction: 'in', queue, unique_id };
  await pbx.sendEvent('IncomingCall', { number, entry_point: 'mci', unique_id });
  await pbx.sendEvent('NewState', { ...phone, state: 'Ringing' });
  return {
    answer: async () => void (await pbx.sendEvent('NewState', { ...phone, state: 'InUse' })),
    hangUp: async () => void (await pbx.sendEvent('NewState', { ...phone, state: 'Idle' })),
    async account(end) {
      const now = new Date().toISOString().slice(0, 19).replace('T', ' ');
      const times = { starttime: now, endtime: now, billsec: 0, duration: 9, wait: 9 };
      await pbx.sendEvent('Cdr', { src: number, type: 'incoming', ...end, unique_id, ...times });
    },
  };
}
