import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { isJsonObject } from '../simotel-words/field-readers.ts';
import type { FetchFailure } from './network-failure.ts';
import { type Envelope, parseEnvelope, rightOf } from './pbx-wire.ts';
import { toPlainText } from './plain-text.ts';
import type { FetchedAnswer } from './receive-answer.ts';

/** The request that was answered, for what a message about it needs. */
export interface AskedPbx {
  readonly host: string;
  readonly service: string;
  readonly method: string;
  /** Every form of the credentials; none may come back out of what a server echoes. */
  readonly secrets: readonly string[];
  readonly nowMs: number;
}

/** Why no answer came. */
export function toNetworkError(failure: FetchFailure, asked: AskedPbx): PbxError {
  const { host } = asked;
  switch (failure.kind) {
    case 'name-not-found':
      return { code: 'pbx-name-not-found', host };
    case 'unreachable':
      return { code: 'pbx-unreachable', host };
    case 'connection-refused':
      return { code: 'pbx-connection-refused', host };
    case 'timeout':
      return { code: 'pbx-timeout', host, phase: failure.phase };
    case 'connection-lost':
    // Whoever cancelled it knows that better.
    case 'cancelled':
      return { code: 'pbx-connection-lost', host };
    case 'bad-certificate':
      return { code: 'pbx-bad-certificate', host, reason: failure.reason };
    case 'certificate-changed':
      return { code: 'pbx-certificate-changed', host, expectedFingerprint256: failure.expectedFingerprint256 };
    case 'tls-failed':
      return { code: 'pbx-tls-failed', host };
    case 'redirected':
      return { code: 'pbx-redirected', status: failure.status, targetHost: failure.targetHost };
    case 'not-http':
      return { code: 'pbx-not-simotel', status: 0, excerpt: toPlainText(failure.text, asked.secrets) };
    case 'malformed':
      return { code: 'pbx-answer-unreadable', status: failure.status };
    case 'too-large':
      return { code: 'pbx-answer-too-large' };
  }
}

/** Without a network nothing can be said of the PBX: only that this computer is offline. */
export function blameOwnNetwork(error: PbxError): PbxError {
  const silent = error.code === 'pbx-timeout' && error.phase === 'connect';
  return silent || error.code === 'pbx-unreachable' || error.code === 'pbx-name-not-found'
    ? { code: 'computer-offline' }
    : error;
}

/** The data of an answer that says success, or the error that the answer is. */
export function readAnswer(answer: FetchedAnswer, asked: AskedPbx): Result<unknown, PbxError> {
  const text = new TextDecoder().decode(answer.body);
  const json = parseJson(text);
  const envelope = parseEnvelope(json);
  if (answer.status < 200 || answer.status >= 300) {
    return fail(errorOfStatus(answer, text, envelope, asked));
  }
  const { status } = answer;
  if (envelope !== null) {
    return envelope.success
      ? succeed(envelope.data)
      : fail({ code: 'pbx-refused', message: toPlainText(envelope.message ?? '', asked.secrets) });
  }
  return isPage(answer, text) || saysError(json)
    ? fail({ code: 'pbx-not-simotel', status, excerpt: toPlainText(text, asked.secrets) })
    : fail({ code: 'pbx-answer-unreadable', status });
}

/** Whether an answer, success or error, has the form that all answers of the API have. */
export function isOfSimotel(answer: FetchedAnswer): boolean {
  return parseEnvelope(parseJson(new TextDecoder().decode(answer.body))) !== null;
}

/** The vendor's table of statuses, and what proxies and web servers in front of it say. */
function errorOfStatus(answer: FetchedAnswer, text: string, envelope: Envelope | null, asked: AskedPbx): PbxError {
  const { status } = answer;
  const excerpt = toPlainText(envelope?.message ?? text, asked.secrets);
  switch (status) {
    case 400:
      // Apache and nginx, asked in plain HTTP on their TLS port.
      return envelope === null && /SSL-enabled server port|HTTPS port/i.test(text)
        ? { code: 'pbx-tls-failed', host: asked.host }
        : { code: 'pbx-bad-request', message: excerpt };
    case 401:
      return /missing/i.test(envelope?.message ?? '')
        ? { code: 'pbx-credentials-missing' }
        : { code: 'pbx-credentials-wrong', message: excerpt };
    case 403:
      return errorOfForbidden(envelope, excerpt, asked);
    case 404:
      return { code: 'pbx-wrong-path', status };
    case 405:
      return { code: 'pbx-method-not-allowed', method: asked.method };
    case 415:
      return { code: 'pbx-unsupported-media-type' };
    case 429:
      return { code: 'pbx-rate-limited', retryAfterSeconds: retryAfterSeconds(answer.retryAfter, asked.nowMs) };
    case 501:
      return { code: 'pbx-service-missing', service: asked.service };
    default:
      if (status >= 500) {
        return { code: 'pbx-server-error', status, excerpt };
      }
      return envelope === null
        ? { code: 'pbx-not-simotel', status, excerpt }
        : { code: 'pbx-refused', message: excerpt };
  }
}

function errorOfForbidden(envelope: Envelope | null, excerpt: string, asked: AskedPbx): PbxError {
  if (envelope === null) {
    return { code: 'pbx-not-simotel', status: 403, excerpt };
  }
  return /IP is not permitted/i.test(envelope.message ?? '')
    ? { code: 'pbx-ip-not-permitted' }
    : { code: 'pbx-access-denied', right: rightOf(asked.service), service: asked.service };
}

/**
 * Whether the phone may ring although this error came back to a request that was sent: nothing in an answer says that
 * the PBX declined it.
 */
export function mayHaveBeenPlaced(error: PbxError, secure: boolean): boolean {
  switch (error.code) {
    case 'pbx-tls-failed':
      // A connection that broke after its handshake. In plain HTTP it is what a TLS port says to a request it cannot read.
      return secure;
    // The network, or the trust in the server, went away behind the request.
    case 'computer-offline':
    case 'pbx-unreachable':
    case 'pbx-bad-certificate':
    case 'pbx-certificate-changed':
    case 'pbx-timeout':
    case 'pbx-connection-lost':
    case 'pbx-answer-unreadable':
    case 'pbx-answer-too-large':
    case 'pbx-server-error':
      return true;
    case 'pbx-not-simotel':
      // Bytes that are not HTTP are no answer at all.
      return error.status === 0;
    default:
      return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isPage(answer: FetchedAnswer, text: string): boolean {
  return text.trim() !== '' && (/^\s*</.test(text) || /\bhtml\b/i.test(answer.contentType));
}

/** JSON of something else than Simotel that speaks of an error. */
function saysError(json: unknown): boolean {
  const { error, errors } = isJsonObject(json) ? json : {};
  return Boolean(error) || Boolean(errors);
}

function retryAfterSeconds(header: string | null, nowMs: number): number | null {
  if (header === null) {
    return null;
  }
  if (/^\s*\d{1,9}\s*$/.test(header)) {
    return Number(header);
  }
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? null : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
