import { seededRandom } from './seeded-random.ts';

/** What no launch of the program may do anything with but fill in a number, or refuse it. Each is a list of arguments. */
export function hostileLaunches(count: number, seed: number): readonly (readonly string[])[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
  const digits = (length: number) => Array.from({ length }, () => below(10)).join('');

  const numbers = [
    () => `09${digits(9)}`,
    () => `+98${digits(10)}`,
    // Dear ones, and ones that nobody should dial out of a page.
    () => pick(['0900', '0909', '+1900', '00882', '+882', '+979']) + digits(7),
    () => pick(['110', '115', '125', '112', '911']),
    () => digits(1 + below(40)),
    () => digits(500 + below(9_500)),
  ] as const;
  const codes = [
    () => `*21*09${digits(9)}%23`,
    () => `**21*${digits(8)}#`,
    () => '*#06#',
    () => `%2A72${digits(7)}`,
    () => '##002#',
    () => `${pick(['*', '#', '%23'])}${digits(3)}*`,
  ] as const;
  const hidden = [
    () => `%00${digits(4)}`,
    () => `${digits(4)}%0d%0a${digits(4)}`,
    () => `%E2%80%AE${digits(8)}`,
    () => `${digits(3)}\u202e${digits(5)}`,
    () => `\u2066${digits(6)}\u2069`,
    () => `${digits(4)}\u200b${digits(4)}`,
    () => `%ED%A0%80${digits(4)}`,
    () => `%25%32%42${digits(9)}`,
    () => `%${digits(1)}`,
    () => `%E0%A4%A`,
    () => `${digits(4)}\u0000`.replace('\u0000', '%00'),
    () => '٪٠٠',
  ] as const;
  const injections = [
    () => `javascript:alert(${digits(2)})`,
    () => `${digits(4)};call=1;auto=true;exec=/bin/sh`,
    () => `${digits(4)}?call=1&autoDial=true&confirm=0`,
    () => `${digits(4)}" --call 09${digits(9)}`,
    () => `${digits(4)}' --gpu-launcher=/bin/false '`,
    () => `${digits(4)} && touch /tmp/dialdesk-was-here`,
    () => `$(touch /tmp/dialdesk-was-here)`,
    () => `\`touch /tmp/dialdesk-was-here\``,
    () => '../../../../etc/passwd',
    () => '<img src=x onerror=alert(1)>',
    () => "';DROP TABLE calls;--",
    () => '{"destination":"09120000001"}',
    () => '__proto__',
    () => `${digits(11)},${digits(11)};${digits(11)}`,
    () => `${digits(11)}%20${digits(11)}`,
  ] as const;
  const queries = [
    () => `trunk=${digits(200)}`,
    () => `trunk=MCI&trunk=${digits(3)}`,
    () => 'callerId=%3Cscript%3E&note=%3Cb%3E',
    () => `note=${'%F0%9F%98%80'.repeat(below(60))}`,
    () => 'contact=%E2%80%AEilA&note=%00',
    () => `contact=${'A'.repeat(below(1500))}`,
    () => 'call=1&call=true&dial=now&number=09120000001',
    () => '__proto__=1&constructor=2&toString=3',
    () => Array.from({ length: 40 }, (_, at) => `k${at}=v`).join('&'),
    () => '&&&===&?&#',
    () => 'note=%',
  ] as const;
  const bodies = [() => pick(numbers)(), () => pick(codes)(), () => pick(hidden)(), () => pick(injections)()] as const;
  const scheme = () => pick(['tel:', 'tel://', 'TEL:', 'callto:', 'callto://', 'sip:', 'sip://', ' tel:']);
  const link = () =>
    pick([
      () => scheme() + pick(bodies)(),
      () => scheme() + pick(bodies)(),
      () => `sip:${pick(bodies)()}@${pick(['pbx.local', '[::1]', '127.0.0.1:5060;transport=udp', 'evil.example?x=1'])}`,
      () => `dialdesk://${pick(['dial', 'dial', 'call', 'hangup', ''])}/${pick(bodies)()}?${pick(queries)()}`,
      () => `dialdesk:${pick(bodies)()}`,
    ])();
  const switches = [
    '--call',
    '--inspect=0',
    '--remote-debugging-port=0',
    '--gpu-launcher=/bin/false',
    '--renderer-cmd-prefix=/bin/false',
    '--load-extension=/tmp',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--user-data-dir=/tmp/elsewhere',
    '--provision=/etc/passwd',
    '--call=09120000001',
    '-r',
    '--',
    '/etc/passwd',
    'file:///etc/passwd',
  ] as const;
  const launches = [
    () => [link()],
    () => [link()],
    () => [link(), link(), link()],
    () => [pick(switches), link()],
    () => [link(), pick(switches), pick(switches)],
    () => ['--', link(), '--call'],
    () => [link(), '--call', `09${digits(9)}`],
    () => ['--call', `09${digits(9)}`],
    () => ['--call', pick(codes)()],
    () => [pick(bodies)(), pick(switches)],
  ] as const;
  return Array.from({ length: count }, (_, at) => (launches[at % launches.length] ?? launches[0])());
}
