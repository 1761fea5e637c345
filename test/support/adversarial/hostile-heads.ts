import { basic, credentials, head, password, user } from '../event-fixtures-listener.ts';
import { seededRandom } from '../seeded-random.ts';

const line = (first: string, lines: readonly string[]) => `${[first, ...lines].join('\r\n')}\r\n\r\n`;
const authorization = `Authorization: ${credentials.Authorization}`;
const encode = (text: string, as: BufferEncoding = 'utf8') => Buffer.from(text, as).toString('base64');

/** Values of the header that says who asks, none of which is right. */
export function* wrongCredentials(count: number, seed: number): Generator<readonly string[]> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const noise = () => Buffer.from(Array.from({ length: 1 + below(60) }, () => below(256)));
  const other = () =>
    noise()
      .toString('base64')
      .slice(0, 1 + below(20));
  const values: readonly (() => readonly string[])[] = [
    () => [],
    () => [''],
    () => ['Basic'],
    () => ['Basic '],
    () => [`Basic ${encode(`${user}:`)}`],
    () => [`Basic ${encode(`:${password}`)}`],
    () => [`Basic ${encode(user)}`],
    () => [basic(user, other())],
    () => [basic(other(), password)],
    () => [basic(user, `${password}${other()}`)],
    () => [basic(user, password.slice(0, below(password.length)))],
    () => [basic(user.toUpperCase(), password)],
    () => [`Basic ${encode(`${user}:${password}`, 'latin1')}`],
    () => [`Basic ${encode(`${user}:${password}`, 'utf16le')}`],
    () => [`Basic ${encode(`${user}:${password}\u0000`)}`],
    () => [`Basic ${noise().toString('base64')}`],
    () => [`Basic ${noise().toString('base64url')}=!`],
    () => [`${['Bearer', 'Digest', 'Basi', 'Basicx', 'X'][below(5)]} ${encode(`${user}:${password}`)}`],
    () => [`Basic ${encode(`${user}:${password}`)},Basic ${encode(`${user}:${password}`)}`],
    () => [basic(user, password), basic(user, password)],
    () => [basic(user, password), basic('x', 'y')],
    () => [basic('x', 'y'), basic(user, password)],
    () => [`Basic ${'A'.repeat(below(7000))}`],
    () => [`Basic ${'A'.repeat(64 * 1024)}`],
  ];
  for (let at = 0; at < count; at += 1) yield values[at % values.length]?.() ?? [];
}

/** Requests with right credentials that come from where no PBX is: through a browser, by another name, without any. */
export function* foreignHeads(count: number, seed: number, port: number): Generator<string> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(all: readonly T[], otherwise: T): T => all[below(all.length)] ?? otherwise;
  const name = () => Array.from({ length: 1 + below(12) }, () => String.fromCharCode(97 + below(26))).join('');
  const own = `127.0.0.1:${port}`;
  const rebound = () =>
    pick(
      [
        `${name()}.example:${port}`,
        `${own}.${name()}.example`,
        `127.0.0.1.${name()}.nip.io:${port}`,
        `127.0.0.1:${1 + below(port - 1)}`,
        `127.${below(255)}.${below(255)}.${2 + below(250)}:${port}`,
        `0x7f000001:${port}`,
        `2130706433:${port}`,
        `127.1:${port}`,
        `localhost.:${port}`,
        `[::1]:${port}`,
        `${name()}@${own}`,
        `${own}/`,
        `${own},${name()}`,
        `127.0.0.1 :${port}`,
        '',
      ],
      '',
    );
  const browser = () =>
    pick(
      [
        `Origin: https://${name()}.example`,
        'Origin: null',
        'Origin: app://dialdesk',
        `Origin: http://${own}`,
        'Sec-Fetch-Site: cross-site',
        'Sec-Fetch-Site: same-origin',
        'Sec-Fetch-Site: none',
      ],
      'Origin: null',
    );
  const method = () => pick(['GET /simotel/Ping', 'POST /simotel', 'GET /simotel?event_name=Ping'], 'POST /simotel');
  const forms: readonly (() => string)[] = [
    () => line(`${method()} HTTP/1.1`, [authorization]),
    () => line(`${method()} HTTP/1.0`, [authorization]),
    () => line(`${method()} HTTP/1.1`, [`Host: ${own}`, `Host: ${pick([own, rebound()], own)}`, authorization]),
    () => line(`${method()} HTTP/1.1`, [`Host: ${rebound()}`, authorization]),
    () => head(port, [browser()], `${method()} HTTP/1.1`),
    () => head(port, [browser(), browser()], `${method()} HTTP/1.1`),
    () => head(port, [browser(), 'Access-Control-Request-Method: POST'], 'OPTIONS /simotel HTTP/1.1'),
    () => head(port, ['Access-Control-Request-Private-Network: true'], 'OPTIONS /simotel HTTP/1.1'),
    () => head(port, [], `GET http://${pick([own, `${name()}.example`], own)}/simotel/Ping HTTP/1.1`),
    () => head(port, [], `${pick(['TRACE', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'PROPFIND'], 'PUT')} /simotel HTTP/1.1`),
    () => head(port, [], `GET /${name()} HTTP/1.1`),
    () => head(port, [], `GET ${pick(['*', '//simotel/Ping', '/simotel/../etc', '/%73imotel%00/Ping'], '*')} HTTP/1.1`),
  ];
  for (let at = 0; at < count; at += 1) yield forms[at % forms.length]?.() ?? '';
}
