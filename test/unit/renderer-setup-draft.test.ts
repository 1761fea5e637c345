import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveAsTyped } from '../../renderer/features/setup/save-draft.ts';
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
import type { DialerError } from '../../shared/errors.ts';

const answers: ((answer: { ok: boolean; value?: object; error?: DialerError }) => void)[] = [];
const asked: [channel: string, input: unknown][] = [];

beforeEach(() => {
  const request = (channel: string, input: unknown) => {
    asked.push([channel, input]);
    return new Promise((resolve) => answers.push(resolve));
  };
  vi.stubGlobal('window', { dialer: { request } });
  useSetupDraft.setState({ draft: null, tested: null });
  beginDraft();
});
afterEach(() => {
  answers.length = 0;
  asked.length = 0;
  vi.unstubAllGlobals();
});

function typed(): SetupDraft {
  const { draft } = useSetupDraft.getState();
  if (draft === null) throw new Error('nothing is typed');
  return draft;
}

describe('what is typed in the first start', () => {
  it('is saved once more when it was changed while it was saved, so that what is tested is what stands there', async () => {
    changeDraft({ address: '10.0.0.1' });
    const saving = saveAsTyped();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    changeDraft({ address: '10.0.0.12', token: 'typed meanwhile' });
    answers[0]?.({ ok: true, value: {} });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]).toEqual(['settings:update', { pbx: { address: '10.0.0.12', auth: 'both' } }]);
    answers[1]?.({ ok: true, value: {} });
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]).toEqual(['credentials:save', { token: 'typed meanwhile' }]);
    answers[2]?.({ ok: true, value: {} });
    expect(await saving).toEqual({ ok: true, value: typed() });
    expect(typed()).toMatchObject({ address: '10.0.0.12', token: 'typed meanwhile' });
  });

  it('is not saved without an address, and a failure of an older text is not that of the newer one', async () => {
    expect(await saveAsTyped()).toEqual({ ok: false, error: null });
    changeDraft({ address: 'http://' });
    const saving = saveAsTyped();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    changeDraft({ address: '10.0.0.1' });
    answers[0]?.({ ok: false, error: { code: 'pbx-address-invalid', reason: 'unreadable' } });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    answers[1]?.({ ok: true, value: {} });
    expect(await saving).toEqual({ ok: true, value: typed() });
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
