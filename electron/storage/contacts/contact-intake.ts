import { randomUUID } from 'node:crypto';
import type { Contact, ContactDraft, ContactSource } from '../../../shared/domain/contact/contact.ts';
import type { TakenBack } from '../../../shared/ipc/import-contract.ts';
import type { ContactRowTexts } from '../../directory/exchange/contact-store.ts';
import type { Connection } from '../database.ts';
import { othersTurn } from '../others-turn.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { inTransaction } from '../transaction.ts';
import { withoutWaiting } from '../without-waiting.ts';
import { createContactImports } from './contact-imports.ts';
import { createContactRows } from './contact-rows.ts';
import { fitDraft } from './fit-draft.ts';
import { createImportTraces } from './import-traces.ts';
import { toRowTexts } from './row-texts.ts';
import { createSearchIndex } from './search-index.ts';

/** An entry of the PBX's directory; `key` is what the PBX knows it by, the same from reading to reading. */
export interface DirectoryEntry {
  readonly key: string;
  readonly draft: ContactDraft;
}

/** How contacts come by the thousand. What is not finished is seen by nobody, and gone after a crash. */
export interface ContactIntake {
  /** Returns the id of the import. */
  beginImport(about: { readonly fileName: string; readonly profile: string }): string;
  /** New contacts, but not those at the places that are left out: some hundreds at once, each call is one short transaction. */
  appendImported(importId: string, rows: ContactRowTexts, leftOut: readonly number[]): void;
  /** What contacts that are there already become, by their ids. */
  replaceImported(importId: string, contacts: readonly { readonly id: string; readonly draft: ContactDraft }[]): void;
  /** From now on they are there, all of them. False when there is no such import. */
  finishImport(importId: string): boolean;
  /**
   * What a finished import added to contacts that were changed since is taken out of them, and what was changed stays: afterwards all
   * that is left of it can be dropped.
   */
  releaseImport(importId: string): Promise<TakenBack>;
  /**
   * Cancels an import or takes a finished one back, except what was changed by hand since. When it returns, nothing of it is
   * seen any more; its rows go by and by, which the promise is of.
   */
  dropImport(importId: string): Promise<void>;
  /** Takes the place of what the directory said before; until it is complete, that stays. */
  replaceDirectory(
    profile: string,
    source: Exclude<ContactSource, 'own'>,
    entries: readonly DirectoryEntry[],
  ): Promise<void>;
  /** Like `dropImport`, for all that the directory of a profile said. */
  dropDirectory(profile: string): Promise<void>;
  /** What a crash or the end of the program left behind; stops when the program ends. */
  dropUnfinished(): Promise<void>;
}

const batchEntries = 200;
const directorySources = ['pbx-user', 'pbx-contact'] as const;

export function createContactIntake(deps: {
  readonly connection: Connection;
  readonly clock: () => number;
  readonly onChange: () => void;
}): ContactIntake {
  const { connection, clock, onChange } = deps;
  const profiles = createProfileKeys(connection);
  const rows = createContactRows(connection);
  const imports = createContactImports(connection, rows, clock);
  const traces = createImportTraces(connection, rows);
  const index = createSearchIndex(connection);

  const removeRows = async (importId: string) => {
    // Only that nobody sees it any more has to be on the disk.
    while (connection.isOpen && withoutWaiting(connection, () => imports.drop(importId))) await breath();
  };
  /** Not while another import writes pieces: that joins them all at its end. */
  const joinIndex = async () => {
    const isAlone = () => connection.isOpen && imports.unfinished().length === 0;
    while (isAlone() && withoutWaiting(connection, () => index.join())) await breath();
  };
  const drop = (importIds: readonly string[]): Promise<void> => {
    const left = importIds.filter((importId) => imports.drop(importId));
    onChange();
    if (left.length > 0) index.leavePieces();
    return removeAll(left);
  };
  const removeAll = async (importIds: readonly string[]) => {
    for (const importId of importIds) {
      await breath();
      await removeRows(importId);
    }
    await joinIndex();
  };
  const toContact = (id: string, source: ContactSource, draft: ContactDraft): Contact => ({
    ...fitDraft(draft),
    id,
    source,
    changedAtMs: clock(),
  });
  return {
    beginImport({ fileName, profile }) {
      const id = randomUUID();
      imports.begin({ id, kind: 'file', profileKey: profiles.findOrAdd(profile), fileName });
      index.leavePieces();
      return id;
    },
    appendImported(importId, rows, leftOut) {
      withoutWaiting(connection, () => imports.append(importId, rows, leftOut));
    },
    replaceImported(importId, changed) {
      const contacts = changed.map(({ id, draft }) => toContact(id, 'own', draft));
      withoutWaiting(connection, () => imports.replace(importId, contacts));
    },
    finishImport(importId) {
      const finished = imports.finish(importId);
      if (finished) {
        onChange();
        // The search works with pieces as well; what a failing disk leaves of them the next start joins.
        void joinIndex().catch(() => undefined);
      }
      return finished;
    },
    async releaseImport(importId) {
      const key = imports.keyOfDone(importId);
      const count = { taken: 0, stayed: 0 };
      if (key === null) return count;
      for (let left = true; left; ) {
        const step = inTransaction(connection, () => traces.takeBack(key));
        count.taken += step.taken;
        count.stayed += step.stayed;
        left = step.left;
        if (left) await breath();
        if (!connection.isOpen) return count;
      }
      onChange();
      return { ...count, taken: count.taken + traces.untouched(key) };
    },
    dropImport: (importId) => drop([importId]),
    dropDirectory(profile) {
      const profileKey = profiles.find(profile);
      const sources = profileKey === null ? [] : directorySources;
      return drop(sources.flatMap((source) => imports.done(source, profileKey ?? 0)));
    },
    async replaceDirectory(profile, source, entries) {
      const profileKey = profiles.findOrAdd(profile);
      const before = imports.done(source, profileKey);
      const id = randomUUID();
      imports.begin({ id, kind: source, profileKey, fileName: '' });
      const contacts = distinctEntries(entries).map(({ key, draft }) =>
        toContact(`${source}:${profileKey}:${key}`, source, draft),
      );
      for (let from = 0; from < contacts.length; from += batchEntries) {
        imports.append(id, toRowTexts(contacts.slice(from, from + batchEntries)), []);
        await othersTurn();
        if (!connection.isOpen) return;
      }
      imports.takePlace(id, before);
      onChange();
      for (const old of before) await removeRows(old);
      await joinIndex();
    },
    async dropUnfinished() {
      for (const importId of imports.unfinished()) await removeRows(importId);
      await joinIndex();
    },
  };
}

/** Nobody waits for rows that are not seen any more to be gone, so they take half of the time or little more. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 8));
}

function distinctEntries(entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}
