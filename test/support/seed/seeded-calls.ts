import type { Call } from '../../../shared/domain/call.ts';
import type { CallRecord } from '../../../shared/domain/call-event.ts';
import type { ContactDraft } from '../../../shared/domain/contact/contact.ts';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import { aMinimalCall, anOriginatedCall, aRecord } from '../call-builders.ts';
import { seededRandom } from '../seeded-random.ts';

export interface SeedOrder {
  readonly calls: number;
  readonly seed: number;
  readonly profile: string;
  /** When the last call began at the latest. */
  readonly lastMs: number;
  readonly contacts: readonly ContactDraft[];
}

const agent = '557';
const trunks = ['to_simo_51_20', 'mokhaberat', 'gsm-gateway', 'backup'];
const queues = ['901', '902', 'فروش'];
const dayMs = 86_400_000;
const workMs = 10 * 3_600_000;
/** What becomes of a call, and how often of a hundred. */
const shapes = [
  ['out', 'answered', 36],
  ['out', 'no-answer', 11],
  ['out', 'busy', 5],
  ['out', 'failed', 2],
  ['out', 'cancelled', 2],
  ['out', 'agent-no-answer', 3],
  ['out', 'refused', 1],
  ['in', 'answered', 13],
  ['in', 'no-answer', 5],
  ['in', 'cancelled', 2],
  ['queue', 'answered', 12],
  ['queue', 'no-answer', 4],
  ['colleague', 'answered', 3],
  ['colleague', 'no-answer', 1],
] as const satisfies readonly (readonly [string, Disposition, number])[];
type Shape = (typeof shapes)[number];

/** A history as an agent has it, oldest first, always the same one for the same seed. Nothing of it is kept in memory. */
export function* seededCalls(order: SeedOrder): Generator<Call, void, undefined> {
  const { calls, seed, lastMs } = order;
  const random = seededRandom(seed);
  const aDay = Math.max(200, Math.ceil(calls / 1200));
  const days = Math.ceil(calls / aDay);
  let made = 0;
  for (let day = days - 1; day >= 0; day -= 1) {
    const fromMs = lastMs - day * dayMs - workMs;
    for (let at = 0; at < aDay && made < calls; at += 1) {
      made += 1;
      const startedAtMs = Math.floor(fromMs + ((at + random()) / aDay) * workMs);
      yield aSeededCall(order, random, made, startedAtMs);
    }
  }
}

function aSeededCall(order: SeedOrder, random: () => number, index: number, startedAtMs: number): Call {
  const [way, disposition] = shapeOf(random);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)] as T;
  const number = way === 'colleague' ? String(500 + Math.floor(random() * 60)) : numberOf(order.contacts, random);
  const trunkName = way === 'colleague' ? null : oneOf(trunks);
  const queue = way === 'queue' ? oneOf(queues) : null;
  const seconds = Math.floor(startedAtMs / 1000);
  const pbxCallId = `${seconds}.${2 * index}`;
  const answered = disposition === 'answered';
  const waitSeconds = 2 + Math.floor(random() * 25);
  const talkSeconds = answered ? 5 + Math.floor(random() ** 3 * 1200) : 0;
  const endedAtMs = startedAtMs + (waitSeconds + talkSeconds) * 1000 + Math.floor(random() * 900);
  const own = way === 'out' || (way === 'colleague' && random() < 0.5);
  const [caller, callee] = own ? [agent, number] : [number, agent];
  const record: Partial<CallRecord> = {
    caller,
    callee,
    direction: way === 'colleague' ? 'internal' : own ? 'outbound' : 'inbound',
    disposition,
    startedAtMs: seconds * 1000,
    endedAtMs: Math.floor(endedAtMs / 1000) * 1000,
    waitSeconds,
    talkSeconds,
    totalSeconds: waitSeconds + talkSeconds,
    recordingFiles:
      answered && random() < 0.8
        ? [`${new Date(startedAtMs).toISOString().slice(0, 10).replaceAll('-', '')}_${pbxCallId}.mp3`]
        : [],
    trunkName,
    queue,
    surveyScore: queue !== null && answered && random() < 0.3 ? 1 + Math.floor(random() * 5) : null,
  };
  const rings = { 'agent-ringing': startedAtMs + 200 + Math.floor(random() * 300) } as const;
  const talks = { ...rings, 'agent-in-use': startedAtMs + waitSeconds * 500, 'agent-idle': endedAtMs + 40 } as const;
  const heard = {
    firstAtMs: startedAtMs,
    incomingNumber: own ? null : number,
    outgoingNumber: own ? number : null,
    participant: number,
    legDirection: own ? ('outbound' as const) : ('inbound' as const),
    trunkName,
    queue,
  };
  const known = {
    id: own ? uuidOf(random) : `${order.profile}:${pbxCallId}`,
    profile: order.profile,
    agentNumber: agent,
    startedAtMs,
    pbxCallIds: [pbxCallId],
    heard,
    observed: answered ? talks : rings,
    records: { cdr: aRecord(record) },
  };
  if (!own) {
    return aMinimalCall({ ...known, direction: way === 'colleague' ? 'internal' : 'inbound', caller, callee });
  }
  const asked = { caller: agent, callee: number, trunkName: random() < 0.3 ? trunkName : null };
  const outcomeAtMs = startedAtMs + 60 + Math.floor(random() * 120);
  const call = anOriginatedCall(asked, { ...known, outcome: 'accepted', outcomeAtMs });
  if (disposition === 'refused') {
    return {
      ...call,
      outcome: 'refused',
      outcomeMessage: 'context not found',
      pbxCallIds: [],
      observed: {},
      records: {},
    };
  }
  return { ...call, originatedCallId: `orig.call.${seconds}.${100_000 + Math.floor(random() * 900_000)}` };
}

function shapeOf(random: () => number): Shape {
  let left = random() * 100;
  for (const shape of shapes) {
    left -= shape[2];
    if (left < 0) return shape;
  }
  return shapes[0];
}

/** Most who call or are called are known; of others a few come again. */
function numberOf(contacts: readonly ContactDraft[], random: () => number): string {
  const contact = random() < 0.7 ? contacts[Math.floor(random() ** 2 * contacts.length)] : undefined;
  const number = contact?.numbers[random() < 0.8 ? 0 : 1]?.written;
  if (number !== undefined) return random() < 0.1 ? number.replace(/^0/, '+98') : number;
  return `09${10 + Math.floor(random() * 30)}${String(Math.floor(random() ** 2 * 300_000) * 31).padStart(7, '0')}`;
}

function uuidOf(random: () => number): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.*)$/, '$1-$2-4$3-8$4-$5');
}
