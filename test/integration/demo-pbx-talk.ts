import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DemoPbxEventTarget, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';

export interface PbxAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** The parsed envelope; empty when the answer is not JSON. */
  readonly envelope: { readonly success?: number; readonly message?: string | null; readonly data?: unknown };
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
}

export const basicHeader = { Authorization: `Basic ${Buffer.from('demo:demo-password').toString('base64')}` };
export const tokenHeader = { 'X-APIKEY': demoAccount.token };
const jsonHeader = { 'Content-Type': 'application/json' };

export async function sendRaw(url: string, { method = 'POST', headers = {}, body = '{}' }: RawRequest) {
  const response = await fetch(url, { method, headers, ...(body === null ? {} : { body }) });
  const contentType = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const envelope = contentType.startsWith('application/json') ? JSON.parse(text) : {};
  return { status: response.status, contentType, text, envelope } satisfies PbxAnswer;
}

/** As the demo account, with both credentials. */
export function callService(address: string, service: string, body: unknown): Promise<PbxAnswer> {
  return sendRaw(`${address}/${service}`, {
    headers: { ...basicHeader, ...tokenHeader, ...jsonHeader },
    body: JSON.stringify(body),
  });
}

export function originateBody(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { caller: '557', callee: '09120000001', context: 'main_routing', caller_id: '557', ...fields };
}

/** Fields of events and records, named as on the wire; which are there is what tests look at. */
export interface WireFields {
  readonly event_name?: unknown;
  readonly event?: unknown;
  readonly exten?: unknown;
  readonly state?: unknown;
  readonly participant?: unknown;
  readonly number?: unknown;
  readonly outgoing_point?: unknown;
  readonly disposition?: unknown;
  readonly point?: unknown;
  readonly starttime?: unknown;
  readonly start_time?: unknown;
  readonly start?: unknown;
  readonly answer?: unknown;
  readonly endtime?: unknown;
  readonly record?: unknown;
  readonly billsec?: unknown;
  readonly unique_id?: unknown;
  readonly cuid?: unknown;
  readonly originated_call_id?: unknown;
  readonly secret?: unknown;
  readonly name?: unknown;
  readonly register_string?: unknown;
  readonly more_options?: unknown;
}

/** The rows of a paged search, or of an unpaged one. */
export function rowsOf(answer: PbxAnswer): WireFields[] {
  const data = answer.envelope.data as WireFields[] | { data: WireFields[] };
  return Array.isArray(data) ? data : data.data;
}

export interface ReceivedEvent {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface EventReceiver {
  readonly address: string;
  readonly received: readonly ReceivedEvent[];
  /** The JSON bodies in order of arrival. */
  bodies(): WireFields[];
  stop(): Promise<void>;
}

/** Stands for the dialer: takes the PBX's events on a free port. */
export async function startEventReceiver(): Promise<EventReceiver> {
  const received: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://receiver');
      received.push({
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body,
      });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received,
    bodies: () => received.map((event) => JSON.parse(event.body) as WireFields),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function eventTarget(address: string, changes: Partial<DemoPbxEventTarget> = {}): DemoPbxEventTarget {
  return {
    address,
    user: 'events',
    password: 'گذرواژه',
    version: 'G4',
    method: 'POST',
    encoding: 'json',
    idField: 'unique_id',
    originatedCallIdInEvents: true,
    ...changes,
  };
}

/** An event in a few words, for comparing sequences. */
export function inWords(event: WireFields): string {
  const name = event.event_name ?? event.event;
  const words = [name, event.exten ?? event.number, event.state ?? event.disposition ?? event.point];
  const participant = event.participant === undefined ? '' : `with ${event.participant}`;
  const trunk = name === 'OutgoingCall' ? `via ${event.outgoing_point}` : '';
  return [...words, participant, trunk].filter((word) => word !== undefined && word !== '').join(' ');
}
