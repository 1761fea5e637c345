import type { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import type { EventFields } from '../../electron/demo-pbx/demo-pbx-types.ts';

export interface EventStorm {
  /** How the listener answered so far, by answer: `{ 200: 118 }`. */
  readonly answers: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

const tickMs = 10;
/** A PBX waits for its answers too, and the listener takes no more connections than that at once. */
const atOnce = 32;

/** A busy day at once: so many events a second arrive over HTTP, as the PBX sends them, until it is stopped. */
export function startEventStorm(pbx: DemoPbx, perSecond = 50): EventStorm {
  const answers: Record<string, number> = {};
  const underWay = new Set<Promise<void>>();
  const startedAtMs = Date.now();
  let sent = 0;
  const send = () => {
    const [name, fields] = stormEvent(sent);
    sent += 1;
    const delivery = pbx.sendEvent(name, fields).then((answer) => {
      answers[answer] = (answers[answer] ?? 0) + 1;
      underWay.delete(delivery);
    });
    underWay.add(delivery);
  };
  const timer = setInterval(() => {
    while (underWay.size < atOnce && sent < ((Date.now() - startedAtMs) / 1000) * perSecond) send();
  }, tickMs);
  return {
    answers,
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

/** Mostly what colleagues do; every tenth event is a finished call of the agent, which is a new row in the history. */
function stormEvent(index: number): readonly [string, EventFields] {
  const unique_id = `1768545037.${1000 + index}`;
  if (index % 10 === 9) {
    const at = new Date(Date.now() - 3_600_000 - index * 1000).toISOString().replace('T', ' ').replace('Z', '000');
    const call = { src: '557', dst: `0912${String(index).padStart(7, '0')}`, type: 'outgoing', disposition: 'BUSY' };
    return ['Cdr', { ...call, starttime: at, endtime: at, duration: '9', billsec: 0, wait: 9, record: '', unique_id }];
  }
  const exten = String(551 + (index % 6));
  const state = ['Ringing', 'InUse', 'Idle'][index % 3] ?? 'Idle';
  return ['NewState', { exten, state, participant: '09120000099', direction: 'in', unique_id }];
}
