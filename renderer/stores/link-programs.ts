import { create } from 'zustand';
import type { LinkScheme } from '../../shared/domain/link-schemes.ts';
import type { LinkOutcome, LinkProgram } from '../../shared/ipc/links-contract.ts';
import { request } from '../dialer-api.ts';

interface LinkProgramsStore {
  /** Null until the system answered. */
  readonly programs: readonly LinkProgram[] | null;
  /** Asked to be, or no more to be, the program for these links now. */
  readonly changing: LinkScheme | null;
  /** What came of the last wish that was not followed. */
  readonly outcome: { readonly scheme: LinkScheme; readonly is: Exclude<LinkOutcome, 'done'> } | null;
}

export const useLinkPrograms = create<LinkProgramsStore>(() => ({ programs: null, changing: null, outcome: null }));

/** Asked each time it is looked at: other programs change it too. */
export async function readLinkPrograms(): Promise<void> {
  useLinkPrograms.setState({ outcome: null });
  const answer = await request('links:read', {});
  if (answer.ok) useLinkPrograms.setState({ programs: answer.value });
}

export async function changeLinkProgram(scheme: LinkScheme, wish: 'register' | 'remove'): Promise<void> {
  if (useLinkPrograms.getState().changing !== null) return;
  useLinkPrograms.setState({ changing: scheme, outcome: null });
  try {
    const answer = await request(`links:${wish}`, { scheme });
    if (!answer.ok) return;
    const { outcome, programs } = answer.value;
    useLinkPrograms.setState({ programs, outcome: outcome === 'done' ? null : { scheme, is: outcome } });
  } finally {
    useLinkPrograms.setState({ changing: null });
  }
}

export function openSystemSettings(): void {
  void request('links:open-system-settings', {});
}
