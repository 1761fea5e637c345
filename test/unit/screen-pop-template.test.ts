import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPage } from '../../electron/shell/page-address.ts';
import { isHostAllowed, strangeHost, toHostEntry } from '../../shared/domain/screen-pop/hosts.ts';
import { fillTemplate, type PopValues, parseTemplate, placeholders } from '../../shared/domain/screen-pop/template.ts';
import { assertAlways } from '../support/properties.ts';

const plain: PopValues = {
  number: '09121234567',
  numberE164: '+989121234567',
  name: 'علی',
  direction: 'incoming',
  moment: 'ringing',
  queue: 'sales',
  trunk: 'mci',
  callId: '1.2',
  agent: '557',
  startedAt: '2025-01-31T09:30:00.000Z',
  durationSeconds: '95',
};

function filled(text: string, values: Partial<PopValues> = {}): string {
  const template = parseTemplate(text);
  if (!template.ok) throw new Error(template.error.problem);
  return fillTemplate(template.value, { ...plain, ...values }) ?? 'too long';
}

describe('a template', () => {
  it.each([
    ['https://crm.example.com/search?q={number}', 'https://crm.example.com/search?q=09121234567'],
    ['https://crm.example.com/p/{numberE164}', 'https://crm.example.com/p/%2B989121234567'],
    ['https://crm.example.com/?who={name}', 'https://crm.example.com/?who=%D8%B9%D9%84%DB%8C'],
    ['http://CRM.example.com:8080/#/call/{callId}', 'http://crm.example.com:8080/#/call/1.2'],
    ['https://crm.example.com', 'https://crm.example.com/'],
    ['HTTPS://crm.example.com/{direction}-{moment}', 'https://crm.example.com/incoming-ringing'],
    ['https://crm.example.com?{number}', 'https://crm.example.com/?09121234567'],
    ['https://crm.example.com/?at={startedAt}', 'https://crm.example.com/?at=2025-01-31T09%3A30%3A00.000Z'],
  ])('is filled in: %s', (text, address) => {
    expect(filled(text)).toBe(address);
  });

  it.each([
    ['', 'unreadable'],
    ['crm.example.com/{number}', 'unreadable'],
    ['https:///x', 'unreadable'],
    ['https:crm.example.com', 'unreadable'],
    ['https://crm example.com/', 'unreadable'],
    ['https://crm.example.com/a b', 'unreadable'],
    ['https://crm.example.com\\@evil.example/', 'unreadable'],
    ['https://crm.example.com/\u202e', 'unreadable'],
    ['https://crm.example.com:99999/', 'unreadable'],
    ['https://crm%2fexample.com/', 'unreadable'],
    ['javascript://crm.example.com/%0aalert(1)', 'scheme'],
    ['file://crm.example.com/x', 'scheme'],
    ['ms-msdt://x/y', 'scheme'],
    ['smb://x/{number}', 'scheme'],
    ['https://{number}/', 'host-placeholder'],
    ['https://{number}.example.com/', 'host-placeholder'],
    ['https://crm.example.com:{number}/', 'host-placeholder'],
    ['{number}://crm.example.com/', 'host-placeholder'],
    ['https://user@crm.example.com/', 'credentials'],
    ['https://crm.example.com@evil.example/{number}', 'credentials'],
    ['https://crm.example.com/{number', 'brace'],
    ['https://crm.example.com/}{number}', 'brace'],
    [`https://crm.example.com/${'a'.repeat(1000)}`, 'too-long'],
  ])('is refused: %j (%s)', (text, problem) => {
    expect(parseTemplate(text)).toEqual({ ok: false, error: { problem } });
  });

  it.each(['names', '', 'Number', 'number ', '__proto__', 'constructor'])('is refused with {%s} in it', (name) => {
    const parsed = parseTemplate(`https://crm.example.com/{${name}}`);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok && parsed.error.problem === 'placeholder') expect(parsed.error.name).toBe(name);
  });

  it.each(['.', '..', '%2e', '%2E.', '\u200e..'])(
    'leaves a part of the path empty that %j would make another place',
    (value) => {
      const address = filled('https://crm.example.com/a/{number}/b', { number: value });
      expect(new URL(address).pathname.split('/')).toHaveLength(4);
      expect(address).not.toMatch(/\/\.{1,2}\//);
      expect(filled('https://crm.example.com/a/.{number}/b', { number: '.' })).toBe('https://crm.example.com/a//b');
      expect(filled('https://crm.example.com/a/{number}?q=1', { number: '..' })).toBe('https://crm.example.com/a/?q=1');
    },
  );

  it('that would be too long opens nothing', () => {
    expect(filled(`https://crm.example.com/${'{number}'.repeat(30)}`, { number: 'ی'.repeat(120) })).toBe('too long');
  });
});

/** What can stand after the host: a path, a query, a fragment, with placeholders anywhere. */
const piece = fc.oneof(
  fc.constantFrom('a', 'b.c', 'x-y', 'id=', 'q=', '.', '%20', ';v=', '~', "it's"),
  fc.constantFrom(...placeholders).map((name) => `{${name}}`),
);
const pieces = (separator: string) =>
  fc
    .array(
      fc.array(piece, { maxLength: 3 }).map((parts) => parts.join('')),
      { maxLength: 4 },
    )
    .map((parts) => parts.join(separator));
const template = fc
  .tuple(fc.constantFrom('https', 'http'), fc.constantFrom('', ':8443'), pieces('/'), pieces('&'), pieces('/'))
  .map(([scheme, port, path, query, fragment]) => `${scheme}://crm.example.com${port}/${path}?${query}#${fragment}`);

/** What a PBX, and whoever calls it, may write into a number or a name. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      '/',
      '\\',
      '%',
      '2',
      'e',
      'E',
      'f',
      '?',
      '#',
      '&',
      '=',
      '@',
      ':',
      ' ',
      '{',
      '}',
      '\n',
      '\0',
    ),
  }),
  fc.constantFrom(
    '..',
    '../../admin',
    '%2e%2e%2f',
    '?a=b&c=d#e',
    '@evil.example',
    '\\\\evil\\share',
    '{number}',
    '"><script>',
    '\ud800',
    '\u202e123',
    ' ',
  ),
);
const values = fc.record(Object.fromEntries(placeholders.map((name) => [name, hostile]))) as fc.Arbitrary<PopValues>;

/** Where the parser of addresses sees boundaries. */
function structure(address: string) {
  const { protocol, host, username, password, href } = new URL(address);
  // An empty query or fragment is one all the same.
  const signs = (sign: string) => href.split(sign).length - 1;
  return {
    protocol,
    host,
    credentials: username + password,
    signs: Object.fromEntries(['/', '?', '#', '&', '=', ';', ':', '@'].map((sign) => [sign, signs(sign)])),
  };
}

describe('whatever the values are', () => {
  it('they change neither scheme, host, port nor structure of the address', () => {
    assertAlways(
      fc.property(template, values, (text, given) => {
        const parsed = parseTemplate(text);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.error.problem}`);
        const [address, like] = [fillTemplate(parsed.value, given), fillTemplate(parsed.value, plain)];
        if (address === null || like === null) return;
        expect(structure(address)).toEqual(structure(like));
        expect(isPage(address)).toBe(true);
        expect(address).not.toMatch(/[\s\p{Cc}\p{Cf}<>"\\{}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('a query gives them back, except for signs that are not written', () => {
    assertAlways(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const address = filled('https://crm.example.com/?q={queue}&z=1', { queue: text });
        const { searchParams } = new URL(address);
        expect(searchParams.get('q')).toBe(text.replace(/[\p{Cc}\p{Cf}]/gu, ''));
        expect(searchParams.get('z')).toBe('1');
      }),
    );
  });

  it('no text whatever is a template for another scheme or with a host of its own', () => {
    assertAlways(
      fc.property(fc.webUrl(), hostile, hostile, (url, before, after) => {
        for (const text of [
          `${before}${url}`,
          `${url}${after}`,
          `${before}${after}`,
          url.replace('://', `://${before}`),
        ]) {
          const parsed = parseTemplate(text);
          if (!parsed.ok) continue;
          expect(['http', 'https']).toContain(parsed.value.scheme);
          expect(parsed.value.host).not.toMatch(/[{}@/\\?#\s]/);
          const address = fillTemplate(parsed.value, plain);
          if (address !== null) expect(new URL(address).host).toBe(parsed.value.host);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the list of hosts', () => {
  it.each([
    ['crm.example.com', 'crm.example.com'],
    [' CRM.Example.com ', 'crm.example.com'],
    ['https://crm.example.com/search?q=1', 'crm.example.com'],
    ['crm.example.com:8443', 'crm.example.com:8443'],
    ['*.example.com', '*.example.com'],
    ['192.168.1.10:8080', '192.168.1.10:8080'],
    ['[::1]:8080', '[::1]:8080'],
    ['localhost', 'localhost'],
  ])('takes %j', (typed, entry) => {
    expect(toHostEntry(typed)).toBe(entry);
  });

  it.each([
    '',
    '*',
    '*.com',
    '*.',
    '*.*.example.com',
    '*.1.2',
    'a b',
    'a/b',
    'user@host',
    'ftp://x',
    'a:99999',
    '{number}.example.com',
  ])('does not take %j', (typed) => {
    expect(toHostEntry(typed)).toBeNull();
  });

  it('allows a host with its port, and by a star every name below, not the name itself nor one that ends alike', () => {
    const entries = ['crm.example.com', 'intern:8443', '*.example.org'];
    const allowed = (host: string) => isHostAllowed(host, entries);
    expect(['crm.example.com', 'intern:8443', 'a.example.org', 'a.b.example.org'].filter(allowed)).toHaveLength(4);
    const others = [
      'example.com',
      'crm.example.com:81',
      'intern',
      'example.org',
      'evilexample.org',
      'crm.example.com.evil.example',
      'a.example.org:81',
    ];
    expect(others.filter(allowed)).toEqual([]);
    expect(strangeHost('https://crm.example.com.evil.example/', entries)).toBe('crm.example.com.evil.example');
    expect(strangeHost('https://CRM.EXAMPLE.COM/', entries)).toBeNull();
  });
});

describe('what is opened at last', () => {
  it.each([
    'file:///etc/passwd',
    'smb://host/x',
    '\\\\host\\share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'https://x@evil.example/',
    'https://:p@evil.example/',
    'https://crm.example.com/\n',
    'https://crm.example.com/ x',
    'HTTPS://crm.example.com/',
    'https:crm.example.com',
    '',
    'mailto:a@b.example',
    'tel:123',
  ])('is not %j', (address) => {
    expect(isPage(address)).toBe(false);
  });

  it('is an address of the web', () => {
    expect(isPage('https://crm.example.com/a?b=%20c')).toBe(true);
    expect(isPage('http://10.0.0.5:8080/')).toBe(true);
  });
});
