import { create } from 'zustand';
import type { Trunk } from '../../shared/domain/trunk.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';

interface TrunksStore {
  /** Null: the trunk of the identity settings; empty: none, the PBX decides. */
  readonly chosen: string | null;
  readonly list: readonly Trunk[] | null;
  readonly failure: DialerError | null;
  readonly loading: boolean;
}

export const useTrunks = create<TrunksStore>(() => ({ chosen: null, list: null, failure: null, loading: false }));

export function chooseTrunk(chosen: string | null): void {
  useTrunks.setState({ chosen });
  void request('call:choose-trunk', { name: chosen });
}

/** In a window without a list of trunks, calls go by the trunk that was chosen in the one that has it. */
export function followChosenTrunk(): void {
  useAppState.subscribe(({ state }) => useTrunks.setState({ chosen: state?.chosenTrunk ?? null }));
}

let pbxNow = '';
let generation = 0;

/** Reads the trunks for the one who chooses among them. Another PBX has other trunks: what was chosen no longer holds. */
export async function loadTrunks(pbx: string): Promise<void> {
  if (pbx !== pbxNow) chooseTrunk(null);
  await readTrunks(pbx);
}

/** Reads the trunks of a PBX unless they are known. */
export async function readTrunks(pbx: string): Promise<void> {
  if (pbx !== pbxNow) {
    pbxNow = pbx;
    useTrunks.setState({ list: null, failure: null, loading: false });
  }
  const { list, loading } = useTrunks.getState();
  if (list !== null || loading) return;
  generation += 1;
  const asked = generation;
  useTrunks.setState({ loading: true });
  const answer = await request('pbx:list-trunks', {});
  if (pbx !== pbxNow || asked !== generation) return;
  useTrunks.setState(
    answer.ok
      ? { list: answer.value, failure: null, loading: false }
      : { list: null, failure: answer.error, loading: false },
  );
}
