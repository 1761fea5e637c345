import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredEvent } from '../calls/ports.ts';
import { type Answer, accepted, sendAnswer } from './answer.ts';
import { type AuthThrottle, createAuthThrottle } from './auth-throttle.ts';
import { createCredentialCheck } from './basic-auth.ts';
import { parseEventBody } from './event-body.ts';
import { describeRequest, type EventRequest } from './event-description-wire.ts';
import type { OwnAddress } from './host-check.ts';
import type { ListenerConfig, ListenerDeps } from './listener-config.ts';
import type { ListenerLimits } from './listener-limits.ts';
import { readBody } from './read-body.ts';
import {
  checkLength,
  checkMethod,
  checkSender,
  headerValues,
  readEncoding,
  toContent,
  tooLarge,
} from './request-checks.ts';
import { toRoute } from './request-path.ts';
import type { Rejection, StatusBoard } from './status-board.ts';
import { readTrunkQuestion, toTrunkReply } from './trunk-api-wire.ts';

export interface RequestContext {
  readonly deps: ListenerDeps;
  readonly config: ListenerConfig;
  readonly limits: ListenerLimits;
  readonly board: StatusBoard;
  /** Known once the socket is bound. */
  readonly own: () => OwnAddress;
  /** No more requests on this connection. */
  readonly closing: () => boolean;
}

/** `mayContinue`: the sender waits for leave to send the body (`Expect: 100-continue`). */
export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  mayContinue: boolean,
) => Promise<void>;

type Content = ReturnType<typeof toContent>;
type Outcome =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      readonly rejection: Rejection | null;
      readonly afterwards?: () => void;
    }
  | { readonly kind: 'gone' };

const methods = ['GET', 'POST'];
const unauthorized: Answer = {
  status: 401,
  text: 'unauthorized',
  headers: { 'WWW-Authenticate': 'Basic realm="Dialdesk", charset="UTF-8"' },
};
const tooManyGuesses: Answer = { status: 429, text: 'too many wrong credentials', headers: { 'Retry-After': '5' } };
const notStored: Answer = { status: 503, text: 'not stored', headers: { 'Retry-After': '5' } };

/**
 * The order of checks is the point: what costs nothing and reveals nothing comes first, credentials come before a
 * single byte of the body, and `200` comes only after the event is committed. Addresses were checked at connection.
 */
export function createRequestHandler(context: RequestContext): RequestHandler {
  const { config, limits, board, deps } = context;
  const checkCredentials = createCredentialCheck(config.user, config.password);
  const throttle = createAuthThrottle(limits.auth, deps.clock);

  async function judge(request: IncomingMessage, response: ServerResponse, mayContinue: boolean): Promise<Outcome> {
    const receivedAtMs = deps.clock();
    const foreign = checkSender(request, context.own());
    if (foreign !== null) return refuse(foreign);
    const preflight = request.method === 'OPTIONS' ? checkMethod(request, methods) : null;
    if (preflight !== null) return refuse(preflight);
    const route = toRoute(request.url ?? '', config.path);
    if (route === null) return refuse({ status: 404, text: 'not found' });
    const wrongMethod = checkMethod(request, route.kind === 'health' ? ['GET'] : methods);
    if (wrongMethod !== null) return refuse(wrongMethod);
    const tooLong = checkLength(request, limits.bodyBytes);
    if (tooLong !== null) return refuse(tooLong);
    if (route.kind === 'health') return { kind: 'answer', answer: accepted, rejection: null };
    const unknown = authenticate(request, throttle);
    if (unknown !== null) return refuse(unknown, 'credentials');
    const encoding = readEncoding(request);
    if (typeof encoding === 'object') return refuse(encoding);
    if (mayContinue) response.writeContinue();
    const body = await readBody(request, limits.bodyBytes);
    if (body.kind === 'gone') return body;
    if (body.kind === 'too-large') return refuse(tooLarge);
    const content = toContent(encoding, route.query, body.bytes);
    if (route.kind === 'trunk-api') return answerTrunkApi(content);
    return takeEvent({ profile: deps.profile(), receivedAtMs, pathName: route.pathName, ...content });
  }

  function authenticate(request: IncomingMessage, guesses: AuthThrottle): Answer | null {
    const address = request.socket.remoteAddress ?? '';
    if (guesses.blocks(address)) return tooManyGuesses;
    const credentials = checkCredentials(headerValues(request, 'authorization'));
    // Some clients send credentials only when asked for them: no header is no guess.
    if (credentials === 'wrong') guesses.recordFailure(address);
    return credentials === 'right' ? null : unauthorized;
  }

  async function takeEvent(event: EventRequest): Promise<Outcome> {
    const { raw, problem } = describeRequest(event);
    let stored: StoredEvent | null;
    try {
      stored = await deps.inbox.append(raw);
    } catch (failure) {
      deps.log?.error('an event could not be stored', { reason: describeFailure(failure) });
      return { kind: 'answer', answer: notStored, rejection: null };
    }
    const afterwards = () => {
      if (problem === null) board.countReceived(raw.name, raw.receivedAtMs);
      if (stored !== null) deps.onStored(stored);
    };
    // Unreadable events of a known sender are kept as well, so that somebody can see what this PBX sends.
    return problem === null
      ? { kind: 'answer', answer: accepted, rejection: null, afterwards }
      : { kind: 'answer', answer: { status: 400, text: problem }, rejection: 'malformed', afterwards };
  }

  function answerTrunkApi(content: Content): Outcome {
    const parsed = parseEventBody(content.encoding, content.body);
    if (!parsed.ok) return refuse({ status: 400, text: parsed.error });
    const text = toTrunkReply(deps.trunkApi.answer(readTrunkQuestion(parsed.value)));
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    return { kind: 'answer', answer: { status: 200, text, headers }, rejection: null };
  }

  return async (request, response, mayContinue) => {
    try {
      const outcome = await judge(request, response, mayContinue);
      if (outcome.kind === 'gone') return;
      // The PBX waits a second at most: what an event means is worked out after it has its answer.
      sendAnswer(request, response, outcome.answer, context.closing());
      if (outcome.rejection !== null) board.countRejected(outcome.rejection);
      outcome.afterwards?.();
    } catch (bug) {
      deps.log?.error('a request could not be worked on', { reason: describeFailure(bug) });
      sendAnswer(request, response, { status: 500, text: 'internal error' }, true);
    }
  };
}

function describeFailure(failure: unknown): string {
  return failure instanceof Error ? `${failure.name}: ${failure.message}` : 'no error object';
}

function refuse(answer: Answer, rejection: Rejection = 'malformed'): Outcome {
  return { kind: 'answer', answer, rejection };
}
