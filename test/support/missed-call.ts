import type { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';

let calls = 0;

/** A call that rings at 557 and is not picked up there, told as the PBX tells it; perhaps somebody else picks it up. */
export async function missCall(
  pbx: DemoPbx,
  number: string,
  end: { readonly dst: string; readonly disposition: string } = { dst: '557', disposition: 'NO ANSWER' },
): Promise<void> {
  calls += 1;
  const ids = { unique_id: `1768545037.${calls}`, cuid: `1768545037.${calls}` };
  const phone = { exten: '557', participant: number, direction: 'in', ...ids };
  const now = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const times = { starttime: now, endtime: now, billsec: 0, duration: 9, wait: 9 };
  await pbx.sendEvent('IncomingCall', { number, entry_point: 'mci', ...ids });
  await pbx.sendEvent('NewState', { ...phone, state: 'Ringing' });
  await pbx.sendEvent('NewState', { ...phone, state: 'Idle' });
  await pbx.sendEvent('Cdr', { src: number, type: 'incoming', ...end, ...ids, ...times });
}
