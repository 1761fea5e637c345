import { type Answer, refuse, succeed } from './answer.ts';
import { scriptCallBack } from './call-back-script.ts';
import type { CallIdSource } from './call-ids.ts';
import { type CallOrder, isExtension } from './call-order.ts';
import type { CallPlayer } from './call-player.ts';
import { scriptCall } from './call-script.ts';
import { isKnownTrunk } from './directory-trunks.ts';
import type { JsonObject } from './json-fields.ts';
import type { Service } from './service.ts';
import { specialOutcomeOf } from './special-callees.ts';

const requiredFields = ['caller', 'callee', 'context', 'caller_id'];
const optionalFields = ['trunk_name', 'timeout', 'call_limit'];
const defaultTimeoutSeconds = 30;

export function originateService(
  methods: readonly ('POST' | 'PUT')[],
  callIds: CallIdSource,
  player: CallPlayer,
): Service {
  return { methods, answer: (body) => originate(body, callIds, player) };
}

function originate(body: JsonObject, callIds: CallIdSource, player: CallPlayer): Answer {
  const order = readOrder(body);
  if ('refusal' in order) {
    return refuse(order.refusal);
  }
  const special = specialOutcomeOf(order.callee);
  if (special === 'refused') {
    return refuse('Requested operation failed');
  }
  const ids = callIds.next(Date.now());
  player.play(scriptCall(order), order, ids);
  const callBack = scriptCallBack(order);
  if (callBack !== null) {
    player.play(callBack, { ...order, caller: order.callee, callee: order.caller }, callIds.next(Date.now()));
  }
  return special === 'originate-unanswered'
    ? { kind: 'never' }
    : succeed({ originated_call_id: ids.originatedCallId }, null);
}

/** Only the words for a missing field are the vendor's; the other messages follow their form. */
function readOrder(body: JsonObject): CallOrder | { readonly refusal: string } {
  for (const field of [...requiredFields, ...optionalFields]) {
    const value = body[field];
    const absent = value === undefined || value === null || value === '';
    if (absent && requiredFields.includes(field)) {
      return { refusal: `Field '${field}':value is missing` };
    }
    if (!absent && typeof value !== 'string') {
      return { refusal: `Field '${field}':value must be a string` };
    }
  }
  const caller = stringField(body, 'caller');
  const trunkName = stringField(body, 'trunk_name');
  const timeoutSeconds = secondsField(body, 'timeout');
  const callLimitSeconds = secondsField(body, 'call_limit');
  if (timeoutSeconds === 'invalid' || callLimitSeconds === 'invalid') {
    return { refusal: `Field '${timeoutSeconds === 'invalid' ? 'timeout' : 'call_limit'}':value is not valid` };
  }
  if (trunkName === '' && !isExtension(caller)) {
    return { refusal: "Field 'trunk_name':value is missing" };
  }
  if (trunkName !== '' && !isKnownTrunk(trunkName)) {
    return { refusal: "Field 'trunk_name':value is not valid" };
  }
  return {
    caller,
    callee: stringField(body, 'callee'),
    trunkName,
    timeoutSeconds: timeoutSeconds ?? defaultTimeoutSeconds,
    callLimitSeconds,
  };
}

function stringField(body: JsonObject, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}

function secondsField(body: JsonObject, field: string): number | null | 'invalid' {
  const text = stringField(body, field);
  if (text === '') {
    return null;
  }
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 'invalid';
}
