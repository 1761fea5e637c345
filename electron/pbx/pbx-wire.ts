import type { ProbedService } from '../../shared/domain/probed-service.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';
import type { Trunk } from '../../shared/domain/trunk.ts';
import type { DeniedRight } from '../../shared/errors.ts';
import { firstText, isJsonObject, type JsonObject, toFlag, toText } from '../simotel-words/field-readers.ts';

/** The paths of the API's services, below the base path. */
export const pbxServices = {
  ping: 'setting/ping/act',
  originate: 'call/originate/act',
  trunks: 'pbx/trunks/search',
  callRecords: 'reports/cdr/search',
  audio: 'reports/audio/download',
} as const;

const rights: ReadonlyMap<string, DeniedRight> = new Map([
  [pbxServices.ping, 'ping'],
  [pbxServices.originate, 'calls'],
  [pbxServices.trunks, 'trunks'],
  [pbxServices.audio, 'recordings'],
  [pbxServices.callRecords, 'reports'],
]);

/** What an account cannot do that is denied this service. */
export function rightOf(service: string): DeniedRight {
  return rights.get(service) ?? 'other';
}

const onePage = { pagination: { start: 0, count: 1, sorting: {} } };
/** No party has this number, so that nothing of other people comes back. */
const nobody = '0';

/** Searches that find nothing or one record: whether they are permitted is all that is asked. */
export const probes: Readonly<Record<ProbedService, { readonly path: string; readonly body: unknown }>> = {
  trunks: { path: pbxServices.trunks, body: { alike: 'false', conditions: { name: nobody } } },
  reports: {
    path: pbxServices.callRecords,
    body: { alike: 'false', conditions: { from: nobody, to: nobody }, date_range: {}, ...onePage },
  },
  users: {
    path: 'pbx/users/search',
    body: { status: 'all', alike: false, conditions: { name: '', number: nobody, mapped: '' } },
  },
  contacts: {
    path: 'autodialer/contacts/search',
    body: { alike: 'false', conditions: { name: '', number: nobody, description: '' }, ...onePage },
  },
  blacklist: { path: 'pbx/blacklists/search', body: { alike: 'false', conditions: { number: nobody } } },
};

/** Every answer of the API has this form; `success` comes as a number, a boolean or a string. */
export interface Envelope {
  readonly success: boolean;
  readonly message: string | null;
  readonly data: unknown;
}

/** Null when this is not an answer of Simotel's API. */
export function parseEnvelope(json: unknown): Envelope | null {
  if (!isJsonObject(json)) {
    return null;
  }
  const { success, message, data } = json;
  const flag = toFlag(success);
  return flag === null ? null : { success: flag, message: toText(message), data };
}

/** All values are strings; a field that is not set is not sent, so that the PBX's own default applies. */
export function toOriginateBody(request: OriginateRequest): Readonly<Record<string, string>> {
  const { trunkName, timeoutSeconds, callLimitSeconds } = request;
  return {
    caller: request.caller,
    callee: request.callee,
    context: request.dialplanContext,
    caller_id: request.callerId,
    ...(trunkName === null || trunkName === '' ? {} : { trunk_name: trunkName }),
    ...(timeoutSeconds === null ? {} : { timeout: String(timeoutSeconds) }),
    ...(callLimitSeconds === null ? {} : { call_limit: String(callLimitSeconds) }),
  };
}

/** The id that events of this call carry on servers new enough; older ones name none. */
export function parseOriginatedCallId(data: unknown): string | null {
  return isJsonObject(data) ? firstText(data, 'originated_call_id') : null;
}

export const trunkSearchBody = { alike: 'true', conditions: { name: '' } } as const;

/** Null when it is not a list. Picks three fields only: the others hold SIP secrets and registration strings. */
export function parseTrunks(data: unknown): readonly Trunk[] | null {
  return parseList(data)?.flatMap((row) => toTrunk(row)) ?? null;
}

function toTrunk(row: unknown): readonly Trunk[] {
  const fields: JsonObject = isJsonObject(row) ? row : {};
  const name = firstText(fields, 'name');
  const { active } = fields;
  return name === null
    ? []
    : [{ name, description: firstText(fields, 'description') ?? '', active: toFlag(active) ?? true }];
}

/** Unpaged searches answer with the list itself, paged ones put it under another `data`; nothing found may be null. */
export function parseList(data: unknown): readonly unknown[] | null {
  if (data === null || data === undefined) {
    return [];
  }
  if (Array.isArray(data)) {
    return data;
  }
  if (isJsonObject(data)) {
    const { data: rows } = data;
    return Array.isArray(rows) ? rows : null;
  }
  return null;
}
