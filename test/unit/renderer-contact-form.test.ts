import { describe, expect, it } from 'vitest';
import { checkContact, isFit } from '../../renderer/features/contacts/check-contact.ts';
import { emptyDraft, toDraft, toTyped } from '../../renderer/stores/contact-drafts.ts';
import { aDraft } from '../support/contact-builders.ts';

const rules = { countryCode: '98' };

describe('the form of a contact', () => {
  it('always has a place for a number, which is none while it is empty', () => {
    const typed = toTyped(emptyDraft);
    expect(typed.numbers).toHaveLength(1);
    expect(toDraft(typed)).toEqual(emptyDraft);
  });

  it('reads back what it was given', () => {
    const draft = aDraft('Sara', ['+98 912 111 2233', '558'], {
      tags: ['customer', 'مشتری'],
      note: 'a\nb',
      trunkName: 'MCI',
    });
    expect(toDraft(toTyped(draft))).toEqual(draft);
  });

  it('cuts tags at commas of both scripts, each once', () => {
    expect(toDraft({ ...toTyped(emptyDraft), tags: ' a, b،c ,, a ' }).tags).toEqual(['a', 'b', 'c']);
  });

  it('wants a name, a company or a number', () => {
    expect(checkContact(toTyped(emptyDraft), rules).empty).toBe(true);
    for (const draft of [aDraft('Sara', []), aDraft('', [], { company: 'Taxi' }), aDraft('', ['558'])]) {
      expect(isFit(checkContact(toTyped(draft), rules))).toBe(true);
    }
    expect(checkContact(toTyped(aDraft('  ', ['  '])), rules).empty).toBe(true);
  });

  it('says which numbers stand there already, in any writing, and takes them', () => {
    const typed = toTyped(aDraft('Sara', ['0912 111 2233', '558', '+98 912 111 2233', '۰۹۱۲۱۱۱۲۲۳۳', '', '']));
    const problems = checkContact(typed, rules);
    const places = typed.numbers.flatMap(({ key }, at) => (problems.repeated.has(key) ? at : []));
    expect(places).toEqual([2, 3]);
    expect(isFit(problems)).toBe(true);
  });

  it.each([
    ['0912 111 2233', null],
    ['۰۹۱۲۱۱۱۲۲۳۳', null],
    ['+98 (0)912 111 2233', null],
    ['*72', null],
    ['Sara', 'letters'],
    ['02188001008, 02188001009', 'several-numbers'],
    ['12345678901234567890123', 'too-long'],
  ])('takes %s as it takes a typed number', (written, reason) => {
    const typed = toTyped(aDraft('Sara', [written]));
    const problem = checkContact(typed, rules).numbers.get(typed.numbers[0]?.key ?? -1);
    expect(problem?.reason ?? null).toBe(reason);
  });
});
