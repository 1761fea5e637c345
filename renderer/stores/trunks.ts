import { create } from 'zustand';
import type { Trunk } from '../../shared/domain/trunk.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request } from '../dialer-api.ts';

interface TrunksStore {
  /** Null: the trunk of the identity settings; empty: none, the PBX decides. */
  readonly chosen: string | null;
  readonly list: readonly Trunk[] | null;
  readonly failure: DialerError | null;
  readonly loading: boolean;
}

export const useTrunks = create<TrunksStore>(() => ({ chosen: null, list: null, failure: null, loading: false }));

let generation = 0;

export function chooseTrunk(chosen: string | null): void {
  useTrunks.setState({ chosen });
}

/** Another PBX has other trunks: what was chosen and read before no longer holds. */
export function forgetTrunks(): void {
  generation += 1;
  useTrunks.setState({ chosen: null, list: null, failure: null, loading: false });
}

export async function loadTrunks(): Promise<void> {
  if (useTrunks.getState().loading) return;
  const asked = generation;
  useTrunks.setState({ loading: true });
  const answer = await request('pbx:list-trunks', {});
  if (asked !== generation) return;
  useTrunks.setState(
    answer.ok
      ? { list: answer.value, failure: null, loading: false }
      : { list: null, failure: answer.error, loading: false },
  );
}
