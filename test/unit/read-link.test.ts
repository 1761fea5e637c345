import { describe, expect, it, test } from 'vitest';
import { readLink } from '../../electron/links/read-link.ts';

const rules = { countryCode: '98' };
const read = (link: string) => readLink(link, rules);

function asked(link: string) {
  const answer = read(link);
  if (!answer.ok) throw new Error(`${link}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

const refusal = (link: string) => {
  const answer = read(link);
  return answer.ok ? answer.value.number : answer.error.reason;
};

describe('the number of a link', () => {
  test.each([
    ['tel:09123456789', '09123456789'],
    ['TEL:09123456789', '09123456789'],
    ['tel:+989123456789', '09123456789'],
    ['tel:%2B98-912-345-6789', '09123456789'],
    ['tel://09123456789', '09123456789'],
    ['tel://09123456789?ref=crm', '09123456789'],
    ['tel: 0912 345 6789', '09123456789'],
    ['tel:0912%20345%206789', '09123456789'],
    ['tel:(021)%2088776655', '02188776655'],
    ['tel:+49-30-1234567', '0049301234567'],
    ['tel:021.8877.6655', '02188776655'],
    ['tel:۰۹۱۲۳۴۵۶۷۸۹', '09123456789'],
    ['tel:%DB%B0%DB%B9%DB%B1%DB%B2%DB%B3%DB%B4%DB%B5%DB%B6%DB%B7%DB%B8%DB%B9', '09123456789'],
    ['tel:٠٩١٢٣٤٥٦٧٨٩', '09123456789'],
    ['tel:02188776655,12', '02188776655'],
    ['tel:9123456;phone-context=+98', '9123456'],
    ['tel:551', '551'],
    ['callto:09123456789', '09123456789'],
    ['callto://+989123456789', '09123456789'],
    ['sip:551@pbx.local', '551'],
    ['sip:+989123456789@pbx.local;transport=udp?subject=x', '09123456789'],
    ['sip:551;ext=1@pbx.local', '551'],
    ['sip:551', '551'],
    ['sip://551@pbx.local:5060', '551'],
    ['dialdesk://dial/09123456789', '09123456789'],
    ['DialDesk://Dial/09123456789/', '09123456789'],
    ['dialdesk://dial/%2B989123456789?', '09123456789'],
  ])('%s is %s', (link, number) => {
    expect(asked(link)).toMatchObject({ number, isCode: false });
  });

  it('keeps the extension behind it for the eye', () => {
    expect(asked('tel:02188776655;ext=12;phone-context=+98').extension).toBe('12');
    expect(asked('tel:02188776655%3Bext=12').extension).toBe('12');
    expect(asked('tel:02188776655;ext=abc').extension).toBeNull();
    expect(asked('tel:09120000001,,123#')).toMatchObject({ number: '09120000001', isCode: false, extension: '123' });
    expect(asked('tel:+989120000001,123')).toMatchObject({ number: '09120000001', extension: '123' });
    expect(asked('dialdesk://dial/09120000001,,123%23').extension).toBe('123');
  });

  test.each([
    'tel:*21*09123456789%23',
    'tel:*21*09123456789#',
    'tel:%2A62%2A',
    'callto:*43',
    'dialdesk://dial/*21*0912#',
  ])('%s is a code', (link) => expect(asked(link).isCode).toBe(true));
});

describe('a link of our own', () => {
  it('brings trunk, caller id, contact and note', () => {
    const link =
      'dialdesk://dial/09123456789?trunk=MCI%20main&callerId=%2B982188776655&contact=%D8%B9%D9%84%DB%8C%E2%80%8C%D8%B1%D8%B6%D8%A7&note=call+after%0A15&utm_source=crm';
    expect(asked(link)).toEqual({
      number: '09123456789',
      isCode: false,
      extension: null,
      trunk: 'MCI main',
      callerId: '+982188776655',
      contact: 'علی\u200cرضا',
      note: 'call after 15',
    });
  });

  it('takes an empty value for none, and a long text to its limit', () => {
    const { trunk, contact, note } = asked(`dialdesk://dial/551?trunk=&contact=&note=${'n'.repeat(900)}`);
    expect([trunk, contact, note?.length, note?.endsWith('…')]).toEqual([null, null, 280, true]);
  });

  it('is read without what would turn the words of its note or contact around', () => {
    const { number, contact, note } = asked(
      'dialdesk://dial/551?note=%E2%80%AEgnp%E2%81%A6&contact=a%00b%E2%80%8F%20%D8%B9%D9%84%DB%8C%E2%80%8C%D8%B1%D8%B6%D8%A7',
    );
    expect([number, contact, note]).toEqual(['551', 'a b علی\u200cرضا', 'gnp']);
    expect(asked('dialdesk://dial/551?note=%E2%80%AE').note).toBeNull();
  });

  test.each([
    ['trunk=a&trunk=b', 'parameter'],
    [`trunk=${'t'.repeat(65)}`, 'parameter'],
    ['callerId=%3Cscript%3E', 'parameter'],
    [`callerId=${'9'.repeat(65)}`, 'parameter'],
    [Array.from({ length: 17 }, (_, at) => `k${at}=1`).join('&'), 'parameter'],
    ['trunk=%E2%80%AEgnp', 'hidden-characters'],
    ['callerId=557%E2%80%AE', 'parameter'],
    ['note=%', 'unreadable'],
    ['note=%ED%A0%80', 'unreadable'],
  ])('is refused with %s', (query, reason) => {
    expect(refusal(`dialdesk://dial/551?${query}`)).toBe(reason);
  });

  test.each([
    'dialdesk:551',
    'dialdesk://call/551',
    'dialdesk://dial',
    'dialdesk://hangup/551',
    'dialdesk:///dial/551',
  ])('%s asks for nothing we know', (link) => expect(refusal(link)).toBe('not-dial'));
});

describe('what is no number', () => {
  test.each([
    ['tel:', 'not-a-number'],
    ['tel:javascript:alert(1)', 'not-a-number'],
    ['tel:%00%0d%0a', 'hidden-characters'],
    ['tel:0912%0a3456789', 'hidden-characters'],
    ['tel:%E2%80%AE09123456789', 'hidden-characters'],
    ['tel:0912\u200b3456789', 'hidden-characters'],
    ['tel:%252B989123456789', 'not-a-number'],
    ['tel:%', 'unreadable'],
    ['tel:%E0%A4%A', 'unreadable'],
    ['tel:0912abc', 'not-a-number'],
    ['tel:--inspect', 'not-a-number'],
    ['tel:09123456789/../../etc', 'not-a-number'],
    ['tel:🙂', 'not-a-number'],
    ['sip:ali@pbx.local', 'not-a-number'],
    ['sip:192.168.1.1', 'not-a-number'],
    ['sip:551:secret@pbx.local', 'not-a-number'],
    ['callto:user@example.com', 'not-a-number'],
    [`tel:${'0'.repeat(65)}`, 'not-a-number'],
    [`tel:${'9'.repeat(33)}`, 'too-long'],
    [`tel:09123456789?${'x'.repeat(2048)}`, 'too-long'],
    ['tel:09123456789 09351234567', 'several-numbers'],
    ['tel:0912+3456789', 'plus-inside'],
    ['tel:+', 'no-digits'],
    ['mailto:a@b', 'not-a-number'],
  ])('%s is refused: %s', (link, reason) => expect(refusal(link)).toBe(reason));
});
