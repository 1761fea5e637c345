/** Values of D-Bus as far as we say and hear them; a bare text is a text. */
export type BusValue =
  | string
  | { readonly as: 'u' | 'i'; readonly value: number }
  | { readonly as: 'y'; readonly value: number }
  | { readonly as: 'b'; readonly value: boolean }
  | { readonly as: 'as'; readonly value: readonly string[] }
  | { readonly as: 'a{sv}'; readonly value: Readonly<Record<string, BusValue>> }
  | { readonly as: '(iiibiiay)'; readonly value: BusPicture };

/** As desktops take them with a notification: eight bits each of red, green, blue and opacity. */
export interface BusPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

export function signatureOf(value: BusValue): string {
  return typeof value === 'string' ? 's' : value.as;
}

/** The bytes with the value behind them, which begins at a multiple of its own size. */
export function withValue(bytes: Buffer, value: BusValue): Buffer {
  if (typeof value === 'string') return withText(bytes, value);
  switch (value.as) {
    case 'u':
    case 'i':
      return withNumber(bytes, value.value);
    case 'y':
      return Buffer.concat([bytes, Buffer.from([value.value])]);
    case 'b':
      return withNumber(bytes, value.value ? 1 : 0);
    case 'as':
      return withArray(bytes, 4, (begun) => value.value.reduce<Buffer>(withText, begun));
    case 'a{sv}':
      return withArray(bytes, 8, (begun) => Object.entries(value.value).reduce<Buffer>(withEntry, begun));
    case '(iiibiiay)':
      return withPicture(bytes, value.value);
  }
}

export function withText(bytes: Buffer, text: string): Buffer {
  return Buffer.concat([withNumber(bytes, Buffer.byteLength(text)), Buffer.from(`${text}\0`)]);
}

export function withSignature(bytes: Buffer, signature: string): Buffer {
  return Buffer.concat([bytes, Buffer.from([signature.length]), Buffer.from(`${signature}\0`)]);
}

/** Numbers, texts and lists of texts; null for anything else, and for what is shorter than it says. */
export function readValues(signature: string, body: Buffer): readonly unknown[] | null {
  const read: unknown[] = [];
  let at = 0;
  const number = (): number => {
    at = roundedUp(at, 4) + 4;
    return body.readUInt32LE(at - 4);
  };
  const text = (): string => {
    const length = number();
    if (at + length >= body.length) throw new RangeError('A text is longer than its message');
    at += length + 1;
    return body.toString('utf8', at - length - 1, at - 1);
  };
  const texts = (): readonly string[] => {
    const length = number();
    const end = at + length;
    const list: string[] = [];
    while (at < end) list.push(text());
    return list;
  };
  try {
    for (const [type] of signature.matchAll(/as|./g)) {
      if (type === 'u') read.push(number());
      else if (type === 's') read.push(text());
      else if (type === 'as') read.push(texts());
      else return null;
    }
  } catch {
    return null;
  }
  return read;
}

export function aligned(bytes: Buffer, to: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(roundedUp(bytes.length, to) - bytes.length)]);
}

export function roundedUp(length: number, to: number): number {
  return Math.ceil(length / to) * to;
}

function withNumber(bytes: Buffer, value: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeInt32LE(value | 0);
  return Buffer.concat([aligned(bytes, 4), number]);
}

function withEntry(bytes: Buffer, [name, value]: readonly [string, BusValue]): Buffer {
  return withValue(withSignature(withText(aligned(bytes, 8), name), signatureOf(value)), value);
}

/** Its length counts neither itself nor what is left free before the first element. */
function withArray(bytes: Buffer, elementsAt: number, fill: (begun: Buffer) => Buffer): Buffer {
  const lengthAt = roundedUp(bytes.length, 4);
  const begun = aligned(withNumber(bytes, 0), elementsAt);
  const filled = Buffer.from(fill(begun));
  filled.writeUInt32LE(filled.length - begun.length, lengthAt);
  return filled;
}

function withPicture(bytes: Buffer, { width, height, rgba }: BusPicture): Buffer {
  const hasOpacity = 1;
  const head = [width, height, 4 * width, hasOpacity, 8, 4].reduce<Buffer>(withNumber, aligned(bytes, 8));
  return withArray(head, 1, (begun) => Buffer.concat([begun, rgba]));
}
