import { useEffect } from 'react';
import type { ContactName } from '../shared/domain/contact/contact.ts';
import { askContactName, useContactNames } from './stores/contact-names.ts';

/** Whose a number is, as far as it is known; asks for it. Null: nobody's, or not known yet. */
export function useContactName(number: string): ContactName | null {
  const revision = useContactNames((store) => store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other contacts are a reason to ask again
  useEffect(() => askContactName(number), [number, revision]);
  return useContactNames((store) => store.names.get(number) ?? null);
}

/** True once the contacts said that the number is nobody's: until then nothing is offered that would go again. */
export function useIsStranger(number: string): boolean {
  useContactName(number);
  return useContactNames((store) => number !== '' && store.names.get(number) === null);
}
