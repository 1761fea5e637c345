import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveDraft } from '../../renderer/features/setup/save-draft.ts';
import {
  beginDraft,
  changeDraft,
  endSetup,
  isStillTyped,
  rememberTested,
  type SetupDraft,
  useSetupDraft,
} from '../../renderer/stores/setup-draft.ts';
import { showSetupStep, useView } from '../../renderer/stores/view.ts';

const answers: ((answer: { ok: true; value: object }) => void)[] = [];

beforeEach(() => {
  vi.stubGlobal('window', { dialer: { request: () => new Promise((resolve) => answers.push(resolve)) } });
  useSetupDraft.setState({ draft: null, tested: null });
  beginDraft();
});
afterEach(() => {
  answers.length = 0;
  vi.unstubAllGlobals();
});

function typed(): SetupDraft {
  const { draft } = useSetupDraft.getState();
  if (draft === null) throw new Error('nothing is typed');
  return draft;
}

describe('what is typed in the first start', () => {
  it('stays as it is typed while a test saves it, and what was tested is known to be another', async () => {
    changeDraft({ address: '10.0.0.1' });
    const asked = typed();
    const saving = saveDraft(asked, false);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    changeDraft({ address: '10.0.0.12', token: 'typed meanwhile' });
    answers[0]?.({ ok: true, value: {} });
    expect(await saving).toBeNull();
    expect(isStillTyped(asked)).toBe(false);
    rememberTested(asked);
    expect(typed()).toMatchObject({ address: '10.0.0.12', token: 'typed meanwhile' });
    expect(useSetupDraft.getState().tested).toBe(asked);
  });

  it('is as tested until something else is typed', () => {
    rememberTested(typed());
    expect(isStillTyped(typed())).toBe(true);
    expect(useSetupDraft.getState().tested).toBe(typed());
    changeDraft({ caller: '557' });
    expect(useSetupDraft.getState().tested).not.toBe(typed());
  });

  it('is forgotten with the end of the set-up, however it ends', () => {
    showSetupStep('connect');
    changeDraft({ password: 'secret', token: 'token' });
    rememberTested(typed());
    endSetup();
    expect(useSetupDraft.getState()).toEqual({ draft: null, tested: null });
    expect(useView.getState().setupStep).toBeNull();
  });
});
