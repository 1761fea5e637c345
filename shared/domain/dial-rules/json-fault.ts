const token =
  /[ \t\r\n]*(?:("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy;
const blank = /[ \t\r\n]*/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** Where a text stops being JSON: the engine says it only in some of its words. Null: it is JSON to its end. */
export function findJsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    const start = at + (blank.exec(text)?.[0].length ?? 0);
    if (start === text.length) return expected === 'comma-or-end' && open.length === 0 ? null : text.trimEnd().length;
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return start;
    const next = follow(expected, found[1] !== undefined, found[3] ?? null, open);
    if (next === null) return start;
    expected = next;
    at = token.lastIndex;
  }
}

/** What has to come after this; null: this may not come here. */
function follow(expected: Expected, isText: boolean, sign: string | null, open: ('{' | '[')[]): Expected | null {
  switch (expected) {
    case 'key-or-end':
    case 'key':
      if (isText) return 'colon';
      return expected === 'key-or-end' && sign === '}' ? close(open) : null;
    case 'colon':
      return sign === ':' ? 'value' : null;
    case 'comma-or-end': {
      const inside = open.at(-1);
      if (sign === ',' && inside !== undefined) return inside === '{' ? 'key' : 'value';
      return (sign === '}' && inside === '{') || (sign === ']' && inside === '[') ? close(open) : null;
    }
    case 'value-or-end':
    case 'value':
      if (sign === null) return 'comma-or-end';
      if (sign === ']' && expected === 'value-or-end') return close(open);
      if (sign !== '{' && sign !== '[') return null;
      open.push(sign);
      return sign === '{' ? 'key-or-end' : 'value-or-end';
  }
}

function close(open: ('{' | '[')[]): Expected {
  open.pop();
  return 'comma-or-end';
}
