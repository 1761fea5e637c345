/** A number as JSON writes it, and also with the leading zeros that hand-written payloads have. */
const number = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/**
 * Quotes the numbers of a JSON text, leaving strings alone. As texts they keep what a number would lose: the leading
 * zeros of `09331112233` (for which JSON.parse would fail), the last zero of the call id `1610778625.390`, the digits
 * of long ids. Null when brackets are nested deeper than `maxDepth`; walking such a value could exhaust the stack.
 */
export function quoteBareNumbers(text: string, maxDepth: number): string | null {
  const pieces: string[] = [];
  let copied = 0;
  let depth = 0;
  let before = '';
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    if (char === '"') {
      at = endOfString(text, at);
    } else if (startsValue(before) && /[-0-9]/.test(char)) {
      const end = endOfNumber(text, at);
      if (end > at && endsValue(text, end)) {
        pieces.push(text.slice(copied, at), '"', text.slice(at, end), '"');
        copied = end;
      }
      at = Math.max(end, at + 1);
    } else {
      depth += char === '{' || char === '[' ? 1 : char === '}' || char === ']' ? -1 : 0;
      if (depth > maxDepth) return null;
      at += 1;
      if (isSpace(char)) continue;
    }
    before = char;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}

function startsValue(before: string): boolean {
  return before === ':' || before === ',' || before === '[';
}

/** Tells values from names such as `{1: 2}`, which stay an error. */
function endsValue(text: string, from: number): boolean {
  let at = from;
  while (isSpace(text.charAt(at))) at += 1;
  const next = text.charAt(at);
  return next === ',' || next === ']' || next === '}';
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

/** `from` itself when there is no number, as in a lone minus. */
function endOfNumber(text: string, from: number): number {
  number.lastIndex = from;
  return number.test(text) ? number.lastIndex : from;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') return at + 1;
  }
  return text.length;
}
