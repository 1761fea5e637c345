import type { NumberLabel } from '../../../shared/domain/contact/contact.ts';
import { labelOfWord } from './column-words.ts';
import type { RawContact } from './raw-contact.ts';
import { type CardProperty, partsOf, textOf } from './vcard-values.ts';

/** Names of our own for what cards have no word for. */
export const ownProperties = {
  favourite: 'X-DIALDESK-FAVOURITE',
  doNotCall: 'X-DIALDESK-DO-NOT-CALL',
  trunk: 'X-DIALDESK-TRUNK',
  extension: 'X-DIALDESK-EXTENSION',
} as const;

/** Groups that telephones put everybody or the marked ones into. */
const everybody = /^my ?contacts$/i;
const starred = /^starred(?: in android)?$/i;

/** What a card holds, of version 2.1, 3 or 4 alike. */
export function cardContact(properties: readonly CardProperty[]): RawContact {
  const all = (name: string) => properties.filter((property) => property.name === name && property.value.trim() !== '');
  const text = (name: string) => textOf(all(name)[0]?.value ?? '');
  const categories = all('CATEGORIES').flatMap(({ value }) => partsOf(value, ','));
  const tags = categories.filter((tag) => tag !== '' && !everybody.test(tag) && !starred.test(tag));
  return {
    name: text('FN') || structuredName(all('N')[0]) || text('NICKNAME'),
    company: partsOf(all('ORG')[0]?.value ?? '', ';')
      .filter((part) => part !== '')
      .join(', '),
    numbers: all('TEL').map((property) => ({ label: labelOf(property, properties), written: numberOf(property) })),
    favourite: text(ownProperties.favourite) === '1' || categories.some((tag) => starred.test(tag)),
    tags,
    note: all('NOTE')
      .map(({ value }) => textOf(value))
      .join('\n'),
    trunkName: text(ownProperties.trunk),
    doNotCall: text(ownProperties.doNotCall) === '1',
  };
}

/** Given, additional and family name, in the order in which they are said. */
function structuredName(property: CardProperty | undefined): string {
  const [family = '', given = '', additional = ''] = partsOf(property?.value ?? '', ';');
  return [given, additional, family].filter((part) => part !== '').join(' ');
}

function numberOf({ value }: CardProperty): string {
  const written = textOf(value).replace(/^tel:/i, '');
  const extension = /;ext=([\d-]+)/i.exec(written)?.[1];
  const number = written.replace(/;[a-z-]+=.*$/i, '');
  // The PBX cannot dial it; whoever reads it may ask for it.
  return extension === undefined ? number : `${number} ext ${extension.replaceAll('-', '')}`;
}

/** The person's own word for it counts more than the kinds of line that the program ticked. */
function labelOf({ group, parameters }: CardProperty, properties: readonly CardProperty[]): NumberLabel | null {
  const own = group === '' ? undefined : properties.find(({ name, group: at }) => name === 'X-ABLABEL' && at === group);
  const types = parameters.get('TYPE') ?? [];
  if (types.some((type) => type.toUpperCase() === ownProperties.extension)) return 'extension';
  const words = [own === undefined ? '' : textOf(own.value).replace(/^_\$!<|>!\$_$/g, ''), types.join(' ')];
  for (const word of words) {
    const label = labelOfWord(word);
    if (label !== null) return label;
  }
  return null;
}
