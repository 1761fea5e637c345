import type { DemoPbxEventTarget, EventFields } from './demo-pbx-types.ts';

export interface EventRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** How the target's version, method and encoding put an event on the wire. Throws when the address is no URL. */
export function toEventRequest(target: DemoPbxEventTarget, name: string, fields: EventFields): EventRequest {
  const url = new URL(target.address);
  if (target.version === 'Rest4') {
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(name)}`;
  }
  const sent = target.version === 'Rest4' ? fields : { [nameField(name)]: name, ...fields };
  const authorization = `Basic ${Buffer.from(`${target.user}:${target.password}`).toString('base64')}`;
  const headers = {
    'User-Agent': 'Simotel-demo',
    ...(target.user === '' && target.password === '' ? {} : { Authorization: authorization }),
  };
  if (target.method === 'GET') {
    for (const [field, value] of Object.entries(sent)) {
      url.searchParams.set(field, String(value));
    }
    return { url, method: 'GET', headers, body: null };
  }
  const json = target.encoding === 'json';
  return {
    url,
    method: 'POST',
    headers: { ...headers, 'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: json ? JSON.stringify(sent) : formBody(sent),
  };
}

/** Survey is the one event that is told by `event`. */
function nameField(name: string): string {
  return name === 'Survey' ? 'event' : 'event_name';
}

function formBody(fields: EventFields): string {
  return new URLSearchParams(
    Object.entries(fields).map(([field, value]): [string, string] => [field, String(value)]),
  ).toString();
}
