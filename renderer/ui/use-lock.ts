import { createContext, useContext } from 'react';

/** The id of the words that say why nothing here can be changed; null: it can. */
export const LockContext = createContext<string | null>(null);

export interface Lock {
  readonly isLocked: boolean;
  /** What a control is described by: its own help, then why it cannot be changed. */
  readonly describedBy: (helpId: string | null) => { readonly 'aria-describedby'?: string };
}

/** Whether the controls around here show something that is not theirs to change. */
export function useLock(): Lock {
  const reason = useContext(LockContext);
  return {
    isLocked: reason !== null,
    describedBy(helpId) {
      const ids = [helpId, reason].filter((id) => id !== null);
      return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
    },
  };
}
