/** What macOS calls its pictures, and how many pixels each has; where a size stands twice, one is for twofold screens. */
export const icnsTypes = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * A macOS icon: a header with the length of it all, then each picture behind its type and its length with these eight bytes.
 *
 * @param {(size: number) => Buffer} pngOf
 */
export function packIcns(pngOf) {
  const pictures = icnsTypes.map(([type, size]) => chunk(type, pngOf(size)));
  return chunk('icns', Buffer.concat(pictures));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
