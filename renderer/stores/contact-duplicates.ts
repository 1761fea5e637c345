import { create } from 'zustand';
import type { Contact } from '../../shared/domain/contact/contact.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';

interface DuplicatesStore {
  /** Null before they were looked for. */
  readonly groups: readonly (readonly Contact[])[] | null;
  readonly failure: DialerError | null;
  /** Said to be different people, in this run of the program. */
  readonly apart: ReadonlySet<string>;
}

export const useContactDuplicates = create<DuplicatesStore>(() => ({ groups: null, failure: null, apart: new Set() }));

/** All numbers are compared, so not with each change of a row of them. */
const pauseMs = 250;

export function connectContactDuplicates(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  subscribe('contacts:changed', () => {
    clearTimeout(timer);
    if (useContactDuplicates.getState().groups !== null) timer = setTimeout(() => void findDuplicates(), pauseMs);
  });
}

export async function findDuplicates(): Promise<void> {
  const answer = await request('contact:duplicates', {});
  useContactDuplicates.setState(answer.ok ? { groups: answer.value.groups, failure: null } : { failure: answer.error });
}

export function groupName(group: readonly Contact[]): string {
  return group.map(({ id }) => id).join(' ');
}

export function keepApart(group: readonly Contact[]): void {
  useContactDuplicates.setState(({ apart }) => ({ apart: new Set(apart).add(groupName(group)) }));
}

/** Those that are still to be decided. */
export function openGroups({ groups, apart }: DuplicatesStore): readonly (readonly Contact[])[] {
  return (groups ?? []).filter((group) => !apart.has(groupName(group)));
}
