import { createContext, useContext, useRef, useState } from 'react';

/** What is typed into a field and not saved yet; null when nothing is. */
export interface FieldDraft {
  readonly text: string | null;
  /** As typed at this moment, for a save that began with an older text. */
  readonly read: () => string | null;
  readonly type: (text: string | null) => void;
}

/** A place outside of the field for its draft, which then outlives it. */
export const KeptDraftContext = createContext<FieldDraft | null>(null);

/** A secret is kept nowhere but in its field. */
export function useFieldDraft(secret: boolean): FieldDraft {
  const kept = useContext(KeptDraftContext);
  const [text, setText] = useState<string | null>(null);
  const now = useRef<string | null>(null);
  if (kept !== null && !secret) return kept;
  return {
    text,
    read: () => now.current,
    type: (next) => {
      now.current = next;
      setText(next);
    },
  };
}
