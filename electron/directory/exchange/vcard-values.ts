/** One property of a card: `item1.TEL;TYPE=CELL:0912...`. */
export interface CardProperty {
  readonly group: string;
  /** In capitals. */
  readonly name: string;
  /** The values of all parameters by name, in capitals; a bare word is a type. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** As it stands in the file, quoted-printable already read. */
  readonly value: string;
}

export function parseProperty(text: string): CardProperty | null {
  const colon = endOfName(text);
  const [head = '', ...rest] = colon === -1 ? [] : splitOutsideQuotes(text.slice(0, colon), ';');
  const [, group = '', name = ''] = /^\s*(?:([\w-]+)\.)?([\w-]+)\s*$/.exec(head) ?? [];
  if (name === '') return null;
  const parameters = new Map<string, string[]>();
  for (const parameter of rest) {
    const equals = parameter.indexOf('=');
    const key = equals === -1 ? 'TYPE' : parameter.slice(0, equals).trim().toUpperCase();
    const values = splitOutsideQuotes(parameter.slice(equals + 1), ',')
      .map((value) => value.trim().replace(/^"|"$/g, ''))
      // Version 4 puts all kinds of a number between one pair of quotes.
      .flatMap((value) => (key === 'TYPE' ? value.split(',') : [value]));
    parameters.set(key, [...(parameters.get(key) ?? []), ...values]);
  }
  return {
    group: group.toLowerCase(),
    name: name.toUpperCase(),
    parameters,
    value: decoded(text.slice(colon + 1), parameters),
  };
}

/** Parts of a value, each without its escapes. */
export function partsOf(value: string, separator: ';' | ','): readonly string[] {
  const parts = [''];
  for (const piece of value.match(/\\[\s\S]|[^\\]/g) ?? []) {
    if (piece === separator) parts.push('');
    else parts.push((parts.pop() ?? '') + unescaped(piece));
  }
  return parts.map((part) => part.trim());
}

export function textOf(value: string): string {
  return value.replace(/\\[\s\S]/g, unescaped).trim();
}

function unescaped(piece: string): string {
  if (piece.length < 2 || !piece.startsWith('\\')) return piece;
  const character = piece.slice(1);
  return character === 'n' || character === 'N' ? '\n' : /[\\,;:"]/.test(character) ? character : piece;
}

/** The colon before the value; one inside of a quoted parameter is none. */
function endOfName(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && !quoted) return at;
  }
  return -1;
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts = [''];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}

function decoded(value: string, parameters: CardProperty['parameters']): string {
  const encodings = [...(parameters.get('ENCODING') ?? []), ...(parameters.get('TYPE') ?? [])];
  if (!encodings.some((encoding) => encoding.toUpperCase() === 'QUOTED-PRINTABLE')) return value;
  return quotedPrintable(value, parameters.get('CHARSET')?.[0] ?? 'utf-8');
}

/** `=D8=B9` are bytes of that character set; what is written plainly stays. */
function quotedPrintable(value: string, charset: string): string {
  const decoder = decoderOf(charset);
  return value
    .replace(/=$/, '')
    .replace(/(?:=[\dA-F]{2})+/gi, (run) =>
      decoder.decode(Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16))),
    );
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
