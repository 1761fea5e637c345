import { describe, expect, it } from 'vitest';
import { type PbxAddressRules, parsePbxAddress, splitCredentials } from '../../electron/pbx/pbx-address.ts';
import type { PbxError } from '../../shared/errors.ts';

const strict: PbxAddressRules = { allowPlainHttp: false, ownListener: { host: '192.168.1.20', port: 8088 } };

function baseOf(typed: string, rules = strict): string | PbxError {
  const parsed = parsePbxAddress(typed, rules);
  return parsed.ok ? `${parsed.value.origin}${parsed.value.basePath}` : parsed.error;
}

describe('a PBX address as people type it', () => {
  it.each([
    ['192.168.1.10', 'http://192.168.1.10/api/v4'],
    ['  192.168.1.10 ', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10///', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10:8080', 'http://192.168.1.10:8080/api/v4'],
    ['192.168.1.10:', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10:80', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10:443', 'http://192.168.1.10:443/api/v4'],
    ['http://192.168.1.10', 'http://192.168.1.10/api/v4'],
    ['HTTP://192.168.1.10', 'http://192.168.1.10/api/v4'],
    ['https://192.168.1.10', 'https://192.168.1.10/api/v4'],
    ['https://192.168.1.10:8443/', 'https://192.168.1.10:8443/api/v4'],
    ['http:/192.168.1.10', 'http://192.168.1.10/api/v4'],
    ['http:\\\\192.168.1.10\\api', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/api', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/api/', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/api/v4', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/API/V4/', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10//api//v4//', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/v4', 'http://192.168.1.10/api/v4'],
    ['192.168.1.10/api/v4.1', 'http://192.168.1.10/api/v4.1'],
    ['192.168.1.10/api/v4/call/originate/act', 'http://192.168.1.10/api/v4'],
    ['http://192.168.1.10/api/v4.1/setting/ping/act/', 'http://192.168.1.10/api/v4.1'],
    ['https://gate.example.com/branch-2/api/v4', 'https://gate.example.com/branch-2/api/v4'],
    ['https://gate.example.com/branch-2', 'https://gate.example.com/branch-2/api/v4'],
    ['10.0.0.5', 'http://10.0.0.5/api/v4'],
    ['172.31.0.5', 'http://172.31.0.5/api/v4'],
    ['172.32.0.5', 'https://172.32.0.5/api/v4'],
    ['169.254.10.10', 'http://169.254.10.10/api/v4'],
    ['100.64.0.9', 'http://100.64.0.9/api/v4'],
    ['127.0.0.1:8081', 'http://127.0.0.1:8081/api/v4'],
    ['localhost:8081', 'http://localhost:8081/api/v4'],
    ['::1', 'http://[::1]/api/v4'],
    ['[::1]:8081', 'http://[::1]:8081/api/v4'],
    ['fe80::1', 'http://[fe80::1]/api/v4'],
    ['http://[fd12:3456::7]/api', 'http://[fd12:3456::7]/api/v4'],
    ['2001:db8::7', 'https://[2001:db8::7]/api/v4'],
    ['::ffff:192.168.1.10', 'http://[::ffff:c0a8:10a]/api/v4'],
    ['pbx', 'http://pbx/api/v4'],
    ['PBX.local', 'http://pbx.local/api/v4'],
    ['pbx.lan:8080/api', 'http://pbx.lan:8080/api/v4'],
    ['simotel.internal', 'http://simotel.internal/api/v4'],
    ['my_pbx', 'http://my_pbx/api/v4'],
    ['pbx.example.com', 'https://pbx.example.com/api/v4'],
    ['pbx.example.com.', 'https://pbx.example.com/api/v4'],
    ['pbx.example.com:8443', 'https://pbx.example.com:8443/api/v4'],
    ['203.0.113.7', 'https://203.0.113.7/api/v4'],
    ['acme.simotel.com', 'https://acme.simotel.com/api/v4.1'],
    ['https://acme.simotel.ir/', 'https://acme.simotel.ir/api/v4.1'],
    ['https://acme.simotel.com/api', 'https://acme.simotel.com/api/v4.1'],
    ['https://acme.simotel.com/api/v4', 'https://acme.simotel.com/api/v4'],
    ['notsimotel.com', 'https://notsimotel.com/api/v4'],
    ['pbx.münchen.example', 'https://pbx.xn--mnchen-3ya.example/api/v4'],
    ['۱۹۲.۱۶۸.۱.۱۰:۸۰۸۰', 'http://192.168.1.10:8080/api/v4'],
    ['\u200e192.168.1.10\u200f', 'http://192.168.1.10/api/v4'],
    ['admin:secret@192.168.1.10', 'http://192.168.1.10/api/v4'],
    ['https://admin:p%40ss@pbx.example.com:8443/api/v4/', 'https://pbx.example.com:8443/api/v4'],
    // Port 8088 of another computer is not our listener.
    ['192.168.1.21:8088', 'http://192.168.1.21:8088/api/v4'],
    ['192.168.1.20', 'http://192.168.1.20/api/v4'],
  ])('%s is %s', (typed, base) => {
    expect(baseOf(typed)).toBe(base);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ftp://192.168.1.10', 'scheme'],
    ['ws://192.168.1.10', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['sip:557@192.168.1.10', 'scheme'],
    ['192.168.1.10:0', 'port'],
    ['192.168.1.10:65536', 'port'],
    ['192.168.1.10:http', 'port'],
    ['192.168.1.10:-1', 'port'],
    ['192.168.1.10/api/v4?debug=1', 'query-or-fragment'],
    ['http://192.168.1.10/#/login', 'query-or-fragment'],
    ['169.254.169.254', 'forbidden-host'],
    ['http://169.254.169.254/latest/meta-data', 'forbidden-host'],
    ['[::ffff:169.254.169.254]', 'forbidden-host'],
    ['metadata.google.internal', 'forbidden-host'],
    ['0.0.0.0', 'forbidden-host'],
    ['0.0.0.0:8081', 'forbidden-host'],
    ['::', 'forbidden-host'],
    ['255.255.255.255', 'forbidden-host'],
    ['239.1.1.1', 'forbidden-host'],
    ['192.168.1.20:8088', 'own-listener'],
    ['http://192.168.1.20:8088/simotel', 'own-listener'],
    ['192.168.001.010', 'unreadable'],
    ['0x7f.1', 'unreadable'],
    ['2130706433', 'unreadable'],
    ['192.168.1', 'unreadable'],
    ['192.168.1.999', 'unreadable'],
    ['http://', 'empty'],
    ['two words', 'unreadable'],
    ['pbx,other', 'unreadable'],
    ['pbx..example.com', 'unreadable'],
    ['fe80::1%eth0', 'unreadable'],
    ['[::1', 'unreadable'],
    ['192.168.1.10/@evil.example', 'unreadable'],
    ['192.168.1.10/a b', 'unreadable'],
    ['192.168.1.10/../x', 'unreadable'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(baseOf(typed)).toEqual({ code: 'pbx-address-invalid', reason });
  });

  it.each(['http://pbx.example.com', 'http://203.0.113.7:8080', 'http://[2001:db8::7]', 'http://acme.simotel.com'])(
    '%s needs a yes from a person first',
    (typed) => {
      expect(baseOf(typed)).toMatchObject({ code: 'pbx-plain-http-public' });
      expect(baseOf(typed, { ...strict, allowPlainHttp: true })).toMatch(/^http:/);
    },
  );

  it('knows its own listener on every interface by any name of this computer', () => {
    for (const host of ['0.0.0.0', '::', '127.0.0.1']) {
      const rules = { allowPlainHttp: false, ownListener: { host, port: 8088 } };
      expect(baseOf('localhost:8088', rules)).toMatchObject({ reason: 'own-listener' });
      expect(baseOf('127.0.0.1:8088/api', rules)).toMatchObject({ reason: 'own-listener' });
      expect(baseOf('[::1]:8088', rules)).toMatchObject({ reason: 'own-listener' });
    }
  });

  it('names the host for messages without credentials, with an unusual port', () => {
    const parsed = parsePbxAddress('https://admin:secret@pbx.example.com:8443/api', strict);
    expect(parsed).toEqual({
      ok: true,
      value: {
        origin: 'https://pbx.example.com:8443',
        basePath: '/api/v4',
        host: 'pbx.example.com:8443',
        user: 'admin',
        password: 'secret',
      },
    });
  });

  it('reads its own result again as the same', () => {
    for (const typed of ['192.168.1.10:8080', '::1', 'acme.simotel.com', 'https://gate.example.com/branch-2']) {
      const base = baseOf(typed);
      expect(typeof base === 'string' ? baseOf(base) : base).toBe(base);
    }
  });
});

describe('credentials in an address', () => {
  it.each([
    ['192.168.1.10', { address: '192.168.1.10' }],
    ['admin:secret@192.168.1.10', { address: '192.168.1.10', user: 'admin', password: 'secret' }],
    ['https://admin:secret@pbx.lan/api', { address: 'https://pbx.lan/api', user: 'admin', password: 'secret' }],
    ['admin@pbx.lan', { address: 'pbx.lan', user: 'admin' }],
    ['admin:@pbx.lan', { address: 'pbx.lan', user: 'admin', password: '' }],
    ['admin:p@ss:word@pbx.lan:8080', { address: 'pbx.lan:8080', user: 'admin', password: 'p@ss:word' }],
    ['admin:p%40ss%2F@pbx.lan', { address: 'pbx.lan', user: 'admin', password: 'p@ss/' }],
    ['admin:100%@pbx.lan', { address: 'pbx.lan', user: 'admin', password: '100%' }],
    ['pbx.lan/@evil', { address: 'pbx.lan/@evil' }],
  ])('%s', (typed, expected) => {
    expect(splitCredentials(typed)).toEqual(expected);
  });
});
