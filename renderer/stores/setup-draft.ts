import { create } from 'zustand';
import { useAppState } from './app-state.ts';
import { showSetupStep } from './view.ts';

/** What is typed in the first start and not saved yet; the way back and forth loses nothing of it. */
export interface SetupDraft {
  readonly address: string;
  readonly auth: 'basic' | 'token' | 'both';
  readonly user: string;
  readonly password: string;
  readonly token: string;
  readonly caller: string;
}

interface SetupDraftStore {
  readonly draft: SetupDraft | null;
  /** As it was when it was tested last; what was found out is about this one alone. */
  readonly tested: SetupDraft | null;
}

export const useSetupDraft = create<SetupDraftStore>(() => ({ draft: null, tested: null }));

/** Begins with what is saved; credentials never come back to the window. */
function savedDraft(): SetupDraft {
  const settings = useAppState.getState().state?.settings;
  return {
    address: settings?.pbx.address ?? '',
    auth: settings?.pbx.auth ?? 'both',
    user: '',
    password: '',
    token: '',
    caller: settings?.identity.caller ?? '',
  };
}

export function beginDraft(): void {
  useSetupDraft.setState(({ draft }) => ({ draft: draft ?? savedDraft() }));
}

export function changeDraft(part: Partial<SetupDraft>): void {
  useSetupDraft.setState(({ draft }) => ({ draft: { ...(draft ?? savedDraft()), ...part } }));
}

export function rememberTested(tested: SetupDraft): void {
  useSetupDraft.setState({ tested });
}

/** Saving takes a while, and nobody stops typing for it: whether this is still what stands in the form. */
export function isStillTyped(draft: SetupDraft): boolean {
  return useSetupDraft.getState().draft === draft;
}

/** However the set-up ends, nothing that was typed stays in the window. */
export function endSetup(): void {
  useSetupDraft.setState({ draft: null, tested: null });
  showSetupStep(null);
}
