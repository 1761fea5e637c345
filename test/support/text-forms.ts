/**
 * How a text may lie in a file: plain, in two bytes a letter, percent-encoded, as hexadecimal digits, and in base64 at whatever place of a
 * longer text (as a password behind the name of its user). Each as bytes, one letter a byte.
 */
export function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => base64Within(bytes, before));
  return [
    ...new Set([
      bytes.toString('latin1'),
      Buffer.from(text, 'utf16le').toString('latin1'),
      encodeURIComponent(text),
      hex,
      hex.toUpperCase(),
      ...base64,
      ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ];
}

/** What stands in the base64 of a longer text whatever is around: without the letters that the neighbours have a part in. */
function base64Within(bytes: Buffer, before: number): string {
  const padded = Buffer.concat([Buffer.alloc(before), bytes]);
  const first = Math.ceil((before * 4) / 3);
  return padded.toString('base64').slice(first, Math.floor(padded.length / 3) * 4);
}
