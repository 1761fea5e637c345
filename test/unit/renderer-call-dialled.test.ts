import { expect, test } from 'vitest';
import { dialledWords } from '../../renderer/features/history/call-dialled.tsx';

test.each([
  ['nothing where no rule had a say', null, null, null],
  ['the number and the rule', '909121234567', 'Mobile', 'card.dialledByRule'],
  ['the rule alone, where it left the number as it was', null, 'Mobile', 'card.byRule'],
  ['the number alone, where nobody knows the rule any more', '909121234567', null, 'card.dialled'],
] as const)('a call says of what was dialled: %s', (_what, dialled, ruleName, words) => {
  expect(dialledWords({ dialled, ruleName })).toBe(words);
});
