import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useAppState } from '../../renderer/stores/app-state.ts';
import { checkConnection, checkOnNetworkChange, useConnection } from '../../renderer/stores/connection.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';

const answers: (() => void)[] = [];
let networkChanges: Record<string, () => void> = {};

beforeEach(() => {
  answers.length = 0;
  networkChanges = {};
  vi.stubGlobal('window', {
    dialer: { request: () => new Promise<void>((answer) => answers.push(answer)) },
    addEventListener: (name: string, listener: () => void) => {
      networkChanges[name] = listener;
    },
  });
  useAppState.setState({ state: { settings: { mode: 'simotel' } } as AppState });
});
afterEach(() => vi.unstubAllGlobals());

const checking = () => useConnection.getState().checking;
const turn = () => new Promise((resolve) => setTimeout(resolve));

it('a check is asked for once by whoever presses twice, and anew by a network that came back meanwhile', async () => {
  checkOnNetworkChange();
  void checkConnection();
  void checkConnection();
  expect(answers).toHaveLength(1);
  networkChanges['online']?.();
  expect(answers).toHaveLength(2);
  answers[0]?.();
  await turn();
  expect(checking()).toBe(true);
  answers[1]?.();
  await turn();
  expect(checking()).toBe(false);
  networkChanges['offline']?.();
  expect(answers).toHaveLength(3);
  answers[2]?.();
  await turn();
});
