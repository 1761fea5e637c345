import type { ContactDraft, ContactNumber } from '../../../shared/domain/contact/contact.ts';
import { csvLine, numbersCell, quoted, textCell } from '../../files/csv-cells.ts';

const numberColumns = 5;
/** Where more numbers than columns are, the last column has the rest, parted as Google does it. */
const severalValues = ' ::: ';

/** English, since programs know their columns by them. */
const headings: readonly string[] = [
  'Name',
  'Company',
  ...Array.from({ length: numberColumns }, (_, at) => [`Phone ${at + 1} - Label`, `Phone ${at + 1} - Value`]).flat(),
  'Labels',
  'Notes',
  'Favourite',
  'Do not call',
  'Trunk',
];

export const csvHead = csvLine(headings.map(quoted));

export function csvRow(contact: ContactDraft): string {
  const numbers = Array.from({ length: numberColumns }, (_, at) =>
    at < numberColumns - 1 ? contact.numbers.slice(at, at + 1) : contact.numbers.slice(at),
  );
  return csvLine([
    textCell(contact.name),
    textCell(contact.company),
    ...numbers.flatMap((some) => [quoted(some[0]?.label ?? ''), valueCell(some)]),
    textCell(contact.tags.join('; ')),
    textCell(contact.note),
    contact.favourite ? '1' : '',
    contact.doNotCall ? '1' : '',
    textCell(contact.trunkName ?? ''),
  ]);
}

function valueCell(numbers: readonly ContactNumber[]): string {
  return numbersCell(
    numbers.map(({ written }) => written),
    severalValues,
  );
}
