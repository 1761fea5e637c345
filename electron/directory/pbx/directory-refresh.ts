import { type DirectoryService, directoryServices } from '../../../shared/domain/pbx-directory.ts';
import type { DialerError, PbxError } from '../../../shared/errors.ts';
import type { DirectoryStatus, ServiceReading } from '../../../shared/ipc/directory-contract.ts';
import type { Result } from '../../../shared/result.ts';
import { contactEntries, type DirectoryContact, userEntries } from './directory-entries.ts';
import { type DirectoryFacts, readDirectoryFacts } from './directory-facts.ts';
import type { DirectoryLists, DirectoryReadings, PbxDirectory } from './ports.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** After an attempt that did not get through. */
const retryMs = 60 * 60 * 1000;
/** A room full of agents does not ask in the same minute. */
const spreadMs = 10 * 60 * 1000;

/** Answers that say no: the PBX was reached, so the other services may be asked. */
const refusals: ReadonlySet<PbxError['code']> = new Set([
  'pbx-access-denied',
  'pbx-service-missing',
  'pbx-refused',
  'pbx-answer-unreadable',
  'pbx-answer-too-large',
  'pbx-method-not-allowed',
]);

/** Keeps a copy of the PBX's directory: once when it is first reached, daily, and when somebody asks for it. */
export interface DirectoryRefresh {
  status(): Omit<DirectoryStatus, 'revision'>;
  facts(): DirectoryFacts;
  /** One at a time: who asks during a run gets that one. */
  refresh(): Promise<void>;
  /** The PBX answers. */
  reached(): void;
}

export function createDirectoryRefresh(deps: {
  readonly pbx: PbxDirectory;
  readonly readings: DirectoryReadings;
  readonly replaceContacts: (
    profile: string,
    source: 'pbx-user' | 'pbx-contact',
    entries: readonly DirectoryContact[],
  ) => Promise<void>;
  /** Trunks are kept elsewhere, and read as often. */
  readonly readTrunks: () => Promise<unknown>;
  readonly profile: () => string;
  /** Which PBX is set. */
  readonly address: () => string;
  readonly clock: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly onChange: () => void;
  readonly onBug: (problem: unknown) => void;
}): DirectoryRefresh {
  const { pbx, readings, clock } = deps;
  /** Of this run of the program, by profile and PBX. */
  const failures = new Map<string, Map<DirectoryService, { readonly atMs: number; readonly error: DialerError }>>();
  const nextAtMs = new Map<string, number>();
  let running: DirectoryStatus['running'] = null;
  let run: { readonly place: string; readonly done: Promise<void> } | null = null;
  let facts: { readonly place: string; readonly facts: DirectoryFacts } | null = null;

  const place = () => JSON.stringify([deps.profile(), deps.address()]);
  const set = (next: DirectoryStatus['running']) => {
    running = next;
    deps.onChange();
  };
  const readingOf = <S extends DirectoryService>(service: S) => {
    const reading = readings.get(deps.profile(), service);
    return reading?.pbx === deps.address() ? reading : null;
  };
  const dueAtMs = (): number => {
    const planned = nextAtMs.get(place());
    if (planned !== undefined) return planned;
    const read = directoryServices.flatMap((service) => readingOf(service)?.readAtMs ?? []);
    // Read in an earlier run of the program; a part that is not permitted does not make it a first time.
    const due = read.length === 0 ? 0 : Math.min(...read) + dayMs;
    if (due > 0) nextAtMs.set(place(), Math.max(due, clock()) + deps.chance() * spreadMs);
    return nextAtMs.get(place()) ?? 0;
  };

  const readAll = async (): Promise<void> => {
    const profile = deps.profile();
    const address = deps.address();
    const here = place();
    const left = () => place() !== here;
    const failed = new Map<DirectoryService, { readonly atMs: number; readonly error: DialerError }>();
    let unreached: PbxError | null = null;

    const keep = async <S extends DirectoryService>(
      service: S,
      read: () => Promise<Result<{ readonly count: number; readonly entries: DirectoryLists[S] }, PbxError>>,
    ): Promise<void> => {
      if (left()) return;
      set({ service, read: 0, total: null });
      const answer = unreached === null ? await read() : { ok: false as const, error: unreached };
      if (left()) return;
      if (answer.ok) {
        readings.put(profile, service, { readAtMs: clock(), pbx: address, ...answer.value });
        facts = null;
        return;
      }
      failed.set(service, { atMs: clock(), error: answer.error });
      if (!refusals.has(answer.error.code)) unreached = answer.error;
      // What another PBX said is nobody's colleague here.
      const stored = readings.get(profile, service);
      if (stored !== null && stored.pbx !== address) {
        readings.remove(profile, service);
        if (service === 'users') await deps.replaceContacts(profile, 'pbx-user', []);
        if (service === 'contacts') await deps.replaceContacts(profile, 'pbx-contact', []);
      }
    };
    await keep('queues', async () => counted(await pbx.listQueues()));
    await keep('users', async () => {
      const users = await pbx.listUsers();
      if (!users.ok || left()) return counted(users);
      const queues = readingOf('queues')?.entries ?? [];
      await deps.replaceContacts(profile, 'pbx-user', userEntries(users.value, queues));
      return counted(users);
    });
    await keep('contacts', async () => {
      const contacts = await pbx.listContacts((read, total) => {
        if (!left()) set({ service: 'contacts', read, total });
      });
      if (!contacts.ok) return contacts;
      if (!left()) await deps.replaceContacts(profile, 'pbx-contact', contactEntries(contacts.value));
      return { ok: true, value: { count: contacts.value.length, entries: [] } };
    });
    await keep('blacklist', async () => counted(await pbx.listBlacklist()));
    if (unreached === null && !left()) await deps.readTrunks();
    if (left()) return;
    failures.set(here, failed);
    nextAtMs.set(here, clock() + (unreached === null ? dayMs : retryMs) + deps.chance() * spreadMs);
  };

  const refresh = (): Promise<void> => {
    if (run !== null && run.place === place()) return run.done;
    const before = run?.done ?? Promise.resolve();
    const mine = {
      place: place(),
      done: before
        .then(readAll)
        .catch((problem: unknown) => {
          nextAtMs.set(mine.place, clock() + retryMs);
          deps.onBug(problem);
        })
        .finally(() => {
          if (run !== mine) return;
          run = null;
          set(null);
        }),
    };
    run = mine;
    return mine.done;
  };
  const current = (): DirectoryFacts => {
    if (facts?.place !== place()) {
      facts = { place: place(), facts: readDirectoryFacts(readings, deps.profile(), deps.address()) };
    }
    return facts.facts;
  };
  return {
    status: () => ({
      running,
      services: directoryServices.map((service): ServiceReading => {
        const reading = readingOf(service);
        const failure = failures.get(place())?.get(service) ?? null;
        return {
          service,
          read: reading === null ? null : { count: reading.count, atMs: reading.readAtMs },
          failure,
        };
      }),
      extensions: current().extensions,
      internal: numbersOf(current().internal),
    }),
    facts: current,
    refresh,
    reached() {
      if (run === null && clock() >= dueAtMs()) void refresh();
    },
  };
}

function numbersOf(internal: ReadonlySet<string> | null): readonly string[] | null {
  return internal === null ? null : [...internal];
}

function counted<T>(
  list: Result<readonly T[], PbxError>,
): Result<{ readonly count: number; readonly entries: readonly T[] }, PbxError> {
  return list.ok ? { ok: true, value: { count: list.value.length, entries: list.value } } : list;
}
