import { create } from 'zustand';

interface NoticesStore {
  /** Notices that the agent closed; they come back with the next start. */
  readonly closed: ReadonlySet<string>;
}

export const useNotices = create<NoticesStore>(() => ({ closed: new Set() }));

export function closeNotice(kind: string): void {
  useNotices.setState(({ closed }) => ({ closed: new Set(closed).add(kind) }));
}
