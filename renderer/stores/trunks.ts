import { create } from 'zustand';
import type { Trunk } from '../../shared/domain/trunk.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { request, subscribe } from '../dialer-api.ts';
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

/** What was chosen is dropped before anything is drawn or called for another PBX: it has other trunks. */
export function connectTrunks(): void {
  // A page that is loaded again goes on with what the other windows go by.
  useTrunks.setState({ chosen: useAppState.getState().state?.chosenTrunk ?? null });
  let known = placeOfTrunks();
  useAppState.subscribe(() => {
    const now = placeOfTrunks();
    if (now !== known) forgetChosenTrunk();
    known = now;
  });
}

export function forgetChosenTrunk(): void {
  useTrunks.setState({ chosen: null });
}

/** Which PBX, of which profile. */
function placeOfTrunks({ state } = useAppState.getState()): string | null {
  return state === null
    ? null
    : JSON.stringify([state.settings.mode, state.settings.profile.id, state.effective.pbx.address]);
}

/** What the PBX listed anew. An answer that is still awaited is older news. */
export function connectTrunkList(): void {
  subscribe('trunks:listed', (list) => {
    generation += 1;
    useTrunks.setState({ list, failure: null, loading: false });
  });
}

/** In a window without a list of trunks, calls go by the trunk that was chosen in the one that has it. */
export function followChosenTrunk(): void {
  useAppState.subscribe(({ state }) => useTrunks.setState({ chosen: state?.chosenTrunk ?? null }));
}

/** Whose trunks are wanted. */
export function trunksAt({ settings, effective }: AppState): string {
  return `${settings.mode} ${settings.profile.id} ${effective.pbx.address}`;
}

let pbxNow = '';
let generation = 0;

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
