import type { NamedParties } from './name-parties.ts';

const endingOf = (number: string) => `substr(ltrim(replace(${number}, ' ', ''), '+0'), -7)`;
const ofKinds = (which: string) => `calls.kind_key IN (SELECT key FROM call_kinds WHERE ${which})`;
const cameIn = ofKinds("direction = 'inbound'");
/** Also of these some did, from colleagues: both parties are asked for. */
const mayHaveComeIn = ofKinds("direction <> 'inbound' AND originated_here = 0");
const party = endingOf(`CASE WHEN ${cameIn} THEN calls.caller ELSE calls.callee END`);
const otherParty = endingOf('calls.caller');

const isOwned = (ending: string, texts: readonly string[]) => `EXISTS (
  SELECT 1 FROM contact_numbers AS n CROSS JOIN contacts AS c ON c.key = n.contact_key
  WHERE n.ending = ${ending} AND ${texts.map((_, at) => `instr(c.haystack, :text${at}) > 0`).join(' AND ')})`;
const either = (isParty: string, isOther: string) => `(${isParty} OR (${mayHaveComeIn} AND ${isOther}))`;
const few = '(SELECT value FROM json_each(:endings))';
/** Collected once, with the first call that is asked. */
const some = `(SELECT n.ending FROM contact_search AS f CROSS JOIN contact_numbers AS n ON n.contact_key = f.rowid
  WHERE contact_search MATCH :contacts)`;

/** In SQL, of `calls`: the last digits of its party are those of one of the contacts. More than these have them. */
export function ofContacts(named: NamedParties): string {
  switch (named.by) {
    case 'parties':
      return either(`${party} IN ${few}`, `${otherParty} IN ${few}`);
    case 'contacts':
      return either(`${party} IN ${some}`, isOwned(otherParty, named.texts));
    case 'texts':
      return either(isOwned(party, named.texts), isOwned(otherParty, named.texts));
  }
}

export function valuesOfContacts(named: NamedParties | null): Readonly<Record<string, string>> {
  switch (named?.by) {
    case undefined:
      return {};
    case 'parties':
      return { endings: JSON.stringify(named.endings) };
    case 'contacts':
      return { contacts: named.match, ...valuesOfTexts(named.texts) };
    case 'texts':
      return valuesOfTexts(named.texts);
  }
}

function valuesOfTexts(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text, at) => [`text${at}`, text]));
}
