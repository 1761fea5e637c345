import { create } from 'zustand';
import type { Contact } from '../../shared/domain/contact/contact.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';

interface DuplicatesStore {
  /** Null before they were looked for. */
  readonly groups: readonly (readonly Contact[])[] | null;
  readonly failure: DialerError | null;
  /** So many groups were said to be different people. */
  readonly apart: number;
}

export const useContactDuplicates = create<DuplicatesStore>(() => ({ groups: null, failure: null, apart: 0 }));

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
  useContactDuplicates.setState(answer.ok ? { ...answer.value, failure: null } : { failure: answer.error });
}

/** These are different people; the answer of the database comes as a change of the contacts. */
export async function keepApart(group: readonly Contact[]): Promise<void> {
  failed(await request('contact:keepApart', { ids: group.map(({ id }) => id) }));
}

export async function proposeAgain(): Promise<void> {
  failed(await request('contact:proposeAgain', {}));
}

function failed(answer: { readonly ok: true } | { readonly ok: false; readonly error: DialerError }): void {
  if (!answer.ok) useContactDuplicates.setState({ failure: answer.error });
}
