import type { ContactDraft } from './contact.ts';
import { writtenNumberKey } from './number-key.ts';

/** What a contact took over from elsewhere, in the words of that. */
export interface TakenOver {
  readonly name: string;
  readonly company: string;
  readonly numbers: readonly string[];
  readonly tags: readonly string[];
  readonly noteLines: readonly string[];
  readonly trunkName: string | null;
  readonly favourite: boolean;
  readonly doNotCall: boolean;
}

export function takenOver(before: ContactDraft, after: ContactDraft): TakenOver {
  const written = new Set(before.numbers.map((number) => number.written));
  const tags = new Set(before.tags);
  return {
    name: after.name === before.name ? '' : after.name,
    company: after.company === before.company ? '' : after.company,
    numbers: after.numbers.flatMap((number) => (written.has(number.written) ? [] : number.written)),
    tags: after.tags.filter((tag) => !tags.has(tag)),
    noteLines: without(linesOf(after.note), linesOf(before.note)),
    trunkName: after.trunkName === before.trunkName ? null : after.trunkName,
    favourite: after.favourite && !before.favourite,
    doNotCall: after.doNotCall && !before.doNotCall,
  };
}

/** The contact as it is now, without that; what was done by hand since stays. */
export function withoutTakenOver<C extends ContactDraft>(now: C, taken: TakenOver): C {
  const digits = new Set(taken.numbers.map(digitsOf));
  const lines = linesOf(now.note);
  const leftLines = without(lines, taken.noteLines);
  return {
    ...now,
    name: taken.name !== '' && now.name === taken.name ? '' : now.name,
    company: taken.company !== '' && now.company === taken.company ? '' : now.company,
    // In another writing, as a form tidies it, it is the same number.
    numbers: now.numbers.filter(({ written }) => !digits.has(digitsOf(written))),
    tags: now.tags.filter((tag) => !taken.tags.includes(tag)),
    note: leftLines.length === lines.length ? now.note : leftLines.join('\n').trim(),
    trunkName: taken.trunkName !== null && now.trunkName === taken.trunkName ? null : now.trunkName,
    favourite: now.favourite && !taken.favourite,
    doNotCall: now.doNotCall && !taken.doNotCall,
  };
}

function digitsOf(written: string): string {
  return writtenNumberKey(written)?.digits ?? written;
}

function linesOf(note: string): readonly string[] {
  return note === '' ? [] : note.split('\n');
}

/** Each of the others once, from the end: what is taken over is written below. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...lines];
  for (const other of [...others].reverse()) {
    const at = left.lastIndexOf(other);
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}
