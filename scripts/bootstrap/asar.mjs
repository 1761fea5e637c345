/**
 * Packs a few small text files into Electron's archive format: four little-endian numbers, a JSON table of contents padded to
 * four bytes, then the files.
 *
 * @param {Record<string, string>} contents file name to text
 */
export function packAsar(contents) {
  /** @type {Record<string, { offset: string, size: number }>} */
  const files = {};
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries(contents)) {
    const body = Buffer.from(text);
    files[name] = { offset: String(offset), size: body.length };
    bodies.push(body);
    offset += body.length;
  }
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  [4, padded + 8, padded + 4, json.length].forEach((number, index) => {
    head.writeUInt32LE(number, index * 4);
  });
  json.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}
