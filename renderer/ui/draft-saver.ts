/** One field whose text is saved as it is left. */
export interface DraftField {
  /** As it was saved last. */
  readonly value: string;
  /** What is typed at this moment; null when nothing is. */
  readonly draft: () => string | null;
  /** Words for what is wrong with a text, or null. */
  readonly validate: (text: string) => string | null;
  /** Resolves to words for what went wrong, or null. */
  readonly onSave: (text: string) => Promise<string | null>;
  readonly onUnchanged: () => void;
  readonly onProblem: (words: string) => void;
  readonly onSaved: (text: string) => void;
}

/**
 * Saves one text at a time. A field that is left once more during a save is saved again if its text changed meanwhile;
 * the answer to an older text never touches a newer one.
 */
export function createDraftSaver(): (field: DraftField) => Promise<void> {
  let busy = false;
  let again = false;

  /** Returns what is saved now. */
  const saveOnce = async (field: DraftField, known: string): Promise<string> => {
    const sent = field.draft();
    if (sent === null || sent === known) {
      field.onUnchanged();
      return known;
    }
    const invalid = field.validate(sent);
    const failed = invalid ?? (await field.onSave(sent));
    if (failed === null) {
      field.onSaved(sent);
      return sent;
    }
    if (field.draft() === sent) field.onProblem(failed);
    return known;
  };

  return async (field) => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      let known = field.value;
      while (again) {
        again = false;
        known = await saveOnce(field, known);
      }
    } finally {
      busy = false;
    }
  };
}
