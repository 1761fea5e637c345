import { describe, expect, it } from 'vitest';
import { contactRows, initials, shownNumber, stepContact } from '../../renderer/features/contacts/contact-rows.ts';
import type { ListedContact } from '../../renderer/stores/contacts.ts';
import { aDraft } from '../support/contact-builders.ts';

const listed = (name: string, numbers: readonly string[] = [], numberIndex: number | null = null): ListedContact => ({
  contact: { ...aDraft(name, numbers), id: name, source: 'own', changedAtMs: 0 },
  matched: numberIndex === null ? null : { field: 'number', numberIndex },
});
const people = ['Anna', 'álvaro', 'Bob', 'آرش', 'احمد'].map((name) => listed(name));

describe('the rows of the contacts', () => {
  it('have a heading before the first of each letter, in the list by name', () => {
    const rows = contactRows(people, { byName: true, complete: true, skipped: 0 });
    expect(rows.map((row) => (row.kind === 'letter' ? `-${row.letter}` : row.key))).toEqual([
      '-A',
      'Anna',
      'álvaro',
      '-B',
      'Bob',
      '-ا',
      'آرش',
      'احمد',
    ]);
    expect(rows.flatMap((row) => (row.kind === 'contact' ? row.position : []))).toEqual([1, 2, 3, 4, 5]);
  });

  it('have none among what was found, and an end where more is to be read', () => {
    expect(contactRows(people, { byName: false, complete: false, skipped: 0 }).map(({ kind }) => kind)).toEqual([
      ...people.map(() => 'contact'),
      'more',
    ]);
  });

  it('gather what begins with no letter', () => {
    const rows = contactRows([listed('', ['0912']), listed('3M'), listed('Anna')], {
      byName: true,
      complete: true,
      skipped: 0,
    });
    expect(rows.flatMap((row) => (row.kind === 'letter' ? row.letter : []))).toEqual(['#', 'A']);
  });

  it('are walked over letters, and not beyond the ends', () => {
    const rows = contactRows(people, { byName: true, complete: true, skipped: 0 });
    const step = (from: string | null, by: number) => stepContact(rows, from, by)?.contact.id;
    expect(step(null, 1)).toBe('Anna');
    expect(step('álvaro', 1)).toBe('Bob');
    expect(step('Bob', -1)).toBe('álvaro');
    expect(step('Anna', -1)).toBe('Anna');
    expect(step('Bob', 100)).toBe('احمد');
    expect(stepContact([], null, 1)).toBeNull();
  });

  it('show the number that was found, else the first', () => {
    expect(shownNumber(listed('Anna', ['1', '2'], 1))).toBe('2');
    expect(shownNumber(listed('Anna', ['1', '2']))).toBe('1');
    expect(shownNumber(listed('Anna'))).toBeNull();
  });

  it.each([
    ['Sara Ahmadi', 'SA'],
    ['sara', 'S'],
    ['Anna Maria de la Cruz', 'AC'],
    ['علی کریمی', 'ع'],
    ['0912', ''],
    ['Studio 54', 'S'],
  ])('stand for %s by %s', (title, letters) => {
    expect(initials(title)).toBe(letters);
  });
});
