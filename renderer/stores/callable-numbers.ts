import type { Contact } from '../../shared/domain/contact/contact.ts';
import { parseDestination } from '../../shared/domain/destination.ts';
import type { ContactHit } from '../../shared/ipc/contact-contract.ts';
import { useAppState } from './app-state.ts';

export interface CallableNumber {
  readonly number: string;
  readonly name: string;
}

/** The numbers of contacts that were found, as they are dialled: the one that was found first, then the others of the same contact. */
export function callableNumbers(hits: readonly ContactHit[], perContact: number): readonly CallableNumber[] {
  return hits.flatMap(({ contact, matched }) => {
    const found = contact.numbers[matched.numberIndex ?? 0];
    const others = contact.numbers.filter((number) => number !== found);
    return [...(found === undefined ? [] : [found]), ...others]
      .slice(0, perContact)
      .flatMap(({ written }) => toCallable(written, contact));
  });
}

function toCallable(written: string, { name, company }: Contact): readonly CallableNumber[] {
  const countryCode = useAppState.getState().state?.effective.identity.countryCode ?? '';
  const parsed = parseDestination(written, { countryCode });
  return parsed.ok ? [{ number: parsed.value.digits, name: name || company }] : [];
}
