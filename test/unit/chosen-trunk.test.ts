import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAgentChoices } from '../../electron/desk/agent-choices.ts';
import { useAppState } from '../../renderer/stores/app-state.ts';
import { switchProfile } from '../../renderer/stores/profiles.ts';
import { connectTrunks, useTrunks } from '../../renderer/stores/trunks.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';

afterEach(() => vi.unstubAllGlobals());

/** As far as trunks ask. */
function stateOf(id: string, address: string): AppState {
  const settings = { ...defaultSettings, mode: 'simotel', profile: { id, name: '' } };
  return { settings, effective: { ...settings, pbx: { ...settings.pbx, address } } } as unknown as AppState;
}

describe('the trunk that was chosen', () => {
  it('is that of one PBX: from the moment of a switch on it is none, also back at the first', () => {
    let owner = 'office';
    const choices = createAgentChoices({ owner: () => owner, clock: () => 1, onChange: () => undefined });
    choices.chooseTrunk('MCI');
    expect(choices.read().chosenTrunk).toBe('MCI');
    owner = 'branch';
    expect(choices.read().chosenTrunk).toBeNull();
    owner = 'office';
    expect(choices.read().chosenTrunk).toBeNull();
    choices.chooseTrunk('');
    expect(choices.read().chosenTrunk).toBe('');
  });

  it('is dropped in the window with the state that tells of another PBX, and by nothing else', () => {
    useAppState.setState({ state: stateOf('main', 'pbx.example') });
    connectTrunks();
    useTrunks.setState({ chosen: 'MCI' });
    useAppState.setState({ state: stateOf('main', 'pbx.example') });
    expect(useTrunks.getState().chosen).toBe('MCI');
    useAppState.setState({ state: stateOf('branch', 'pbx.example') });
    expect(useTrunks.getState().chosen).toBeNull();
    useTrunks.setState({ chosen: 'MCI' });
    useAppState.setState({ state: stateOf('branch', 'other.example') });
    expect(useTrunks.getState().chosen).toBeNull();
  });

  it('is dropped before a call that follows the switch, whenever the state comes', async () => {
    vi.stubGlobal('window', { dialer: { request: async () => ({ ok: true, value: {} }), subscribe: () => undefined } });
    useTrunks.setState({ chosen: 'MCI' });
    expect(await switchProfile('branch')).toBe(true);
    expect(useTrunks.getState().chosen).toBeNull();
  });
});
