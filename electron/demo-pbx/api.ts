import { authenticate, mayUse } from './accounts.ts';
import { type Answer, fail, notFoundPage, succeed } from './answer.ts';
import type { DemoPbxAccount } from './demo-pbx-types.ts';
import type { ReceivedRequest } from './http-server.ts';
import type { Journal } from './journal.ts';
import { isJsonObject } from './json-fields.ts';
import { maskedHeaders } from './masked-headers.ts';
import type { Services } from './service.ts';

/** Not part of Simotel: lets another process see what the demo PBX received and sent. */
const journalPath = 'demo/journal';

export interface ApiParts {
  readonly basePath: string;
  readonly accounts: readonly DemoPbxAccount[];
  readonly services: Services;
  readonly journal: Journal;
}

/** Answers a request the way Simotel's API does, and writes it into the journal. */
export function answerRequest(parts: ApiParts, request: ReceivedRequest): Answer {
  const body = parseBody(request.body);
  const servicePath = servicePathOf(parts.basePath, request.path);
  if (servicePath === journalPath) {
    return answerJournal(parts, request);
  }
  const answer = servicePath === null ? notFoundPage() : answerService(parts, servicePath, request, body);
  parts.journal.addRequest({
    atMs: Date.now(),
    method: request.method,
    path: request.path,
    headers: maskedHeaders(request.rawHeaders),
    body,
    status: answer.kind === 'never' ? 0 : answer.status,
  });
  return answer;
}

function answerService(parts: ApiParts, servicePath: string, request: ReceivedRequest, body: unknown): Answer {
  const access = authenticate(parts.accounts, request.headers, request.remoteAddress);
  if ('refusal' in access) {
    return access.refusal;
  }
  const service = Object.hasOwn(parts.services, servicePath) ? parts.services[servicePath] : undefined;
  if (service === undefined) {
    return fail(501, 'Requested service does not exist');
  }
  if (!mayUse(access.account, servicePath)) {
    return fail(403, `"${servicePath}";Access denied`);
  }
  if (!service.methods.includes(request.method)) {
    return fail(405, 'Method not allowed');
  }
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return fail(415, 'Unsupported Media Type');
  }
  return isJsonObject(body) ? service.answer(body) : fail(400, 'Unable to parse content');
}

function answerJournal(parts: ApiParts, request: ReceivedRequest): Answer {
  const access = authenticate(parts.accounts, request.headers, request.remoteAddress);
  if ('refusal' in access) {
    return access.refusal;
  }
  if (request.method !== 'GET') {
    return fail(405, 'Method not allowed');
  }
  return succeed({ requests: parts.journal.requests, events: parts.journal.events }, null);
}

/** Null outside the base path. */
function servicePathOf(basePath: string, path: string): string | null {
  if (path === basePath) {
    return '';
  }
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length + 1).replace(/\/+$/, '') : null;
}

/** Text that is not JSON stays text, nothing at all is null. */
function parseBody(body: string): unknown {
  if (body === '') {
    return null;
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
