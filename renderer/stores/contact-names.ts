import { create } from 'zustand';
import type { ContactName } from '../../shared/domain/contact/contact.ts';
import { request, subscribe } from '../dialer-api.ts';

interface ContactNamesStore {
  /** Whose a number is; null: nobody's. A number that is not in it was not answered yet. */
  readonly names: ReadonlyMap<string, ContactName | null>;
  /** Rises when contacts are different: whoever shows a number asks again. */
  readonly revision: number;
}

export const useContactNames = create<ContactNamesStore>(() => ({ names: new Map(), revision: 0 }));

/** As many as one question takes. */
const mostAtOnce = 200;
/** Of a history that was scrolled through for long, what is not shown any more may be asked for again. */
const mostKept = 2000;

const askedIn = new Map<string, number>();
let waiting = new Set<string>();
/** Resolves when all that was asked for is answered. */
let answered: Promise<void> = Promise.resolve();

export function connectContactNames(): void {
  // What is known stays until the new answer is there, so nothing flickers.
  subscribe('contacts:changed', () => useContactNames.setState(({ revision }) => ({ revision: revision + 1 })));
}

/** Numbers that are asked for in one turn share one question. */
export function askContactName(number: string): void {
  const { revision } = useContactNames.getState();
  if (number === '' || askedIn.get(number) === revision) return;
  askedIn.set(number, revision);
  if (waiting.size === 0) {
    const asked = Promise.resolve().then(askWaiting);
    answered = Promise.all([asked, answered.catch(() => undefined)]).then(() => undefined);
  }
  waiting.add(number);
}

/** Asks whose these numbers are, so that they need not be drawn again with their names. Resolves when it is known. */
export async function knowContactNames(numbers: readonly string[]): Promise<void> {
  const { names } = useContactNames.getState();
  for (const number of numbers) askContactName(number);
  if (numbers.some((number) => number !== '' && !names.has(number))) await answered;
}

async function askWaiting(): Promise<void> {
  const numbers = [...waiting];
  const { revision } = useContactNames.getState();
  waiting = new Set();
  for (let from = 0; from < numbers.length; from += mostAtOnce) {
    const some = numbers.slice(from, from + mostAtOnce);
    const answer = await request('contact:names', { numbers: some });
    // An answer of before a change is taken over by the one after it.
    if (useContactNames.getState().revision === revision && answer.ok) keep(some, answer.value.names);
    // Without an answer the number stands alone, until it is shown anew.
    if (!answer.ok) for (const number of some) askedIn.delete(number);
  }
}

function keep(numbers: readonly string[], found: readonly (ContactName | null)[]): void {
  useContactNames.setState(({ names }) => {
    const full = names.size + numbers.length > mostKept;
    if (full) askedIn.clear();
    const kept = new Map(full ? [] : names);
    for (const [index, number] of numbers.entries()) kept.set(number, found[index] ?? null);
    return { names: kept };
  });
}
