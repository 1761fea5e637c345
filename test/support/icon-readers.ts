export interface Png {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly body: Buffer;
  /** Every part has the check sum that it names. */
  readonly intact: boolean;
}

export function readPng(file: Buffer): Png {
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('Not a PNG file');
  const parts = readPngParts(file);
  const header = parts.find(({ type }) => type === 'IHDR')?.content;
  if (header === undefined || parts.at(-1)?.type !== 'IEND') throw new Error('A PNG file with parts missing');
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth: header.readUInt8(8),
    colourType: header.readUInt8(9),
    body: Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ content }) => content)),
    intact: parts.every(({ intact }) => intact),
  };
}

function readPngParts(file: Buffer) {
  const parts: { type: string; content: Buffer; intact: boolean }[] = [];
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    const named = file.subarray(at + 4, end);
    parts.push({
      type: named.toString('latin1', 0, 4),
      content: named.subarray(4),
      intact: checkSum(named) === file.readUInt32BE(end),
    });
    at = end + 4;
  }
  return parts;
}

function checkSum(bytes: Buffer): number {
  const rest = bytes.reduce((sum, byte) => {
    let crc = sum ^ byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  }, 0xffffffff);
  return (rest ^ 0xffffffff) >>> 0;
}

export function readIco(file: Buffer): readonly { width: number; height: number; png: Buffer }[] {
  if (file.readUInt16LE(0) !== 0 || file.readUInt16LE(2) !== 1) throw new Error('Not a Windows icon');
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = file.readUInt32LE(entry + 12);
    const png = file.subarray(start, start + file.readUInt32LE(entry + 8));
    return { width: file.readUInt8(entry), height: file.readUInt8(entry + 1), png };
  });
}

export function readIcns(file: Buffer): readonly { type: string; png: Buffer }[] {
  if (file.toString('latin1', 0, 4) !== 'icns' || file.readUInt32BE(4) !== file.length) {
    throw new Error('Not a macOS icon');
  }
  const entries: { type: string; png: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const end = at + file.readUInt32BE(at + 4);
    entries.push({ type: file.toString('latin1', at, at + 4), png: file.subarray(at + 8, end) });
    at = end;
  }
  return entries;
}
