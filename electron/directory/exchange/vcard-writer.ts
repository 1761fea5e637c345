import type { Contact, NumberLabel } from '../../../shared/domain/contact/contact.ts';
import { ownProperties } from './vcard-contact.ts';

export type CardVersion = '3.0' | '4.0';

/** Bytes of a line, by the standard; more are folded. */
const longestLine = 75;

const types: Readonly<Record<NumberLabel, string>> = {
  mobile: 'cell',
  work: 'work',
  home: 'home',
  fax: 'fax',
  extension: `work,${ownProperties.extension.toLowerCase()}`,
  other: 'voice',
};

export function vcard(contact: Contact, version: CardVersion): string {
  const { name, company, numbers, tags, note, favourite, doNotCall, trunkName } = contact;
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `UID:${escaped(contact.id)}`,
    `FN:${escaped(name)}`,
    // Version 3 asks for it; which part of a name is which nobody knows.
    `N:;${escaped(name)};;;`,
    company === '' ? '' : `ORG:${escaped(company)}`,
    ...numbers.map(({ label, written }) => `TEL;TYPE=${typeOf(label, version)}:${escaped(written)}`),
    tags.length === 0 ? '' : `CATEGORIES:${tags.map(escaped).join(',')}`,
    note === '' ? '' : `NOTE:${escaped(note)}`,
    favourite ? `${ownProperties.favourite}:1` : '',
    doNotCall ? `${ownProperties.doNotCall}:1` : '',
    trunkName === null ? '' : `${ownProperties.trunk}:${escaped(trunkName)}`,
    'END:VCARD',
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function typeOf(label: NumberLabel, version: CardVersion): string {
  const type = types[label];
  return version === '4.0' && type.includes(',') ? `"${type}"` : type;
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** By bytes, and never inside of a character. */
function folded(line: string): string {
  if (line.length * 3 <= longestLine) return line;
  let bytes = 0;
  let text = '';
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (bytes + length > longestLine) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += length;
  }
  return text;
}
