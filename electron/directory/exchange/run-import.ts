import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { mergeContacts } from '../../../shared/domain/contact/merge-contacts.ts';
import type { DuplicateChoice } from '../../../shared/domain/exchange/import-file.ts';
import { createPause } from '../../files/pause.ts';
import type { ContactStore } from './contact-store.ts';
import { goThrough } from './file-work.ts';
import type { Known } from './find-known.ts';

type Deps = Omit<Parameters<typeof goThrough>[2], 'onBatch' | 'withRows' | 'store'>;

/** Merged in one transaction: some ten milliseconds. */
const batchSize = 200;

/**
 * Brings the contacts of a file in. Nobody sees any of them before the last one is there; cancelled or failed, it leaves
 * nothing behind.
 */
export async function runImport(
  file: Parameters<typeof goThrough>[0],
  reading: Parameters<typeof goThrough>[1],
  { store, duplicates, ...deps }: Deps & { readonly store: ContactStore; readonly duplicates: DuplicateChoice },
) {
  const importId = store.beginImport(file.name);
  const count = { added: 0, merged: 0, skipped: 0 };
  /** What is taken over into contacts that are there already; several lines may add to one. */
  const taken = new Map<string, ContactDraft[]>();
  const take = ({ draft, contact: { id } }: Known) => {
    const earlier = taken.get(id);
    if (earlier === undefined) taken.set(id, [draft]);
    else earlier.push(draft);
  };
  /** As the contact is now: the agent may have changed it, or deleted it, since its line was read. */
  const merge = ([id, drafts]: readonly [string, readonly ContactDraft[]]) => {
    const now = store.get(id);
    let merged = now;
    for (const draft of drafts) {
      const more: Contact | null = merged && mergeContacts(merged, [withoutKnownNote(draft, merged)]);
      if (merged === null || more === null || isSame(merged, more)) count.skipped += 1;
      else merged = more;
    }
    return merged === null || merged === now ? [] : { id, draft: draftOf(merged) };
  };
  let finished = false;
  try {
    const outcome = await goThrough(file, reading, {
      ...deps,
      store,
      withRows: true,
      onBatch({ rows, fresh, repeated }, { known, shared }) {
        const places = duplicates === 'add' ? [] : known.map(({ place }) => place);
        const leftOut = duplicates === 'skip' ? [...places, ...shared] : places;
        count.skipped += repeated;
        if (duplicates === 'merge') known.forEach(take);
        else count.skipped += leftOut.length;
        if (rows === null || fresh === leftOut.length) return;
        store.appendImported(importId, rows, leftOut);
        count.added += fresh - leftOut.length;
      },
    });
    if (!outcome.ok || outcome.value === null) return outcome.ok ? { ok: true as const, value: null } : outcome;
    const pause = createPause();
    const known = [...taken];
    for (let from = 0; from < known.length; from += batchSize) {
      if (deps.work.isCancelled()) return { ok: true as const, value: null };
      const merged = known.slice(from, from + batchSize).flatMap(merge);
      store.replaceImported(importId, merged);
      count.merged += merged.length;
      await pause();
    }
    finished = store.finishImport(importId);
    return { ok: true as const, value: finished ? { importId, ...count } : null };
  } finally {
    if (!finished) store.dropImport(importId);
  }
}

function draftOf({ id: _id, source: _source, changedAtMs: _changedAtMs, ...draft }: Contact): ContactDraft {
  return draft;
}

/** A note that was taken over from an earlier import of the same file is not added a second time. */
function withoutKnownNote(draft: ContactDraft, before: Contact): ContactDraft {
  return before.note.includes(draft.note.trim()) ? { ...draft, note: '' } : draft;
}

function isSame(before: Contact, after: Contact): boolean {
  return JSON.stringify(draftOf(before)) === JSON.stringify(draftOf(after));
}
