import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type AudioFormat, audioFormats } from '../../shared/domain/recording/audio-kind.ts';
import { leastUsed } from '../../shared/domain/recording/least-used.ts';

/** Whose recording it is. None of it becomes a part of a path. */
export interface RecordingKey {
  readonly profile: string;
  readonly callId: string;
  /** As the PBX calls it. */
  readonly file: string;
}

export interface KeptRecording {
  readonly path: string;
  readonly bytes: number;
  readonly format: AudioFormat;
  readonly plays: boolean;
}

/** A recording on its way to the disk; it is in the cache only when it was kept. */
export interface NewRecording {
  write(piece: Uint8Array): Promise<void>;
  keep(form: { readonly format: AudioFormat; readonly plays: boolean }): Promise<KeptRecording>;
  /** Also after it was kept, when nothing happens. */
  drop(): Promise<void>;
}

interface Entry {
  readonly bytes: number;
  readonly usedAtMs: number;
}

/** Profile, recording, and whether a page plays it; nothing else in the folder is ours. */
const ownName = new RegExp(`^([0-9a-f]{16})-[0-9a-f]{40}(-save)?\\.(${audioFormats.join('|')})$`);
const ownPart = /^[0-9a-f]{16}-[0-9a-f]{40}\.[0-9a-f]{8}\.part$/;

/** Recordings that were fetched once, in one folder, under names of our own. What was used longest ago goes first. */
export function createRecordingCache(deps: { readonly folder: string; readonly limitBytes: () => number }) {
  const { folder, limitBytes } = deps;
  let known: Promise<Map<string, Entry>> | null = null;
  const entries = () => {
    known ??= readFolder(folder);
    return known;
  };
  const remove = async (names: readonly string[]): Promise<void> => {
    const files = await entries();
    for (const name of names) {
      files.delete(name);
      await rm(join(folder, name), { force: true }).catch(() => undefined);
    }
  };
  const makeRoom = async (newest: string | null): Promise<void> => {
    const files = [...(await entries())].map(([name, entry]) => ({ name, ...entry }));
    await remove(leastUsed(files, limitBytes(), newest));
  };
  const matching = async (start: string): Promise<readonly string[]> =>
    [...(await entries()).keys()].filter((name) => name.startsWith(start));
  return {
    /** Null when it is not here. What is found counts as used. */
    async find(key: RecordingKey): Promise<KeptRecording | null> {
      const [name] = await matching(stemOf(key));
      const form = name === undefined ? null : formOf(name);
      if (name === undefined || form === null) return null;
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found === null || found.size === 0) {
        // Somebody emptied the folder, or the file.
        await remove([name]);
        return null;
      }
      const nowMs = Date.now();
      (await entries()).set(name, { bytes: found.size, usedAtMs: nowMs });
      await utimes(path, nowMs / 1000, nowMs / 1000).catch(() => undefined);
      return { path, bytes: found.size, ...form };
    },
    /** Throws what the disk says. */
    async begin(key: RecordingKey): Promise<NewRecording> {
      // Before there is a part of this run: reading the folder sweeps those of older ones away.
      await entries();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const stem = stemOf(key);
      const part = join(folder, `${stem}.${randomBytes(4).toString('hex')}.part`);
      const handle = await open(part, 'wx', 0o600);
      let bytes = 0;
      return {
        async write(piece) {
          await handle.appendFile(piece);
          bytes += piece.length;
        },
        async keep({ format, plays }) {
          await handle.close();
          const name = `${stem}${plays ? '' : '-save'}.${format}`;
          await remove(await matching(stem));
          await rename(part, join(folder, name));
          (await entries()).set(name, { bytes, usedAtMs: Date.now() });
          await makeRoom(name);
          return { path: join(folder, name), bytes, format, plays };
        },
        async drop() {
          await handle.close().catch(() => undefined);
          await rm(part, { force: true }).catch(() => undefined);
        },
      };
    },
    async kept() {
      const files = [...(await entries()).values()];
      return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), recordings: files.length };
    },
    clear: async () => remove([...(await entries()).keys()]),
    forget: async (profile: string) => remove(await matching(`${profileHash(profile)}-`)),
    /** After the limit became smaller. */
    makeRoom: () => makeRoom(null),
  };
}

export type RecordingCache = ReturnType<typeof createRecordingCache>;

/** What a run that ended in the middle left behind goes. */
async function readFolder(folder: string): Promise<Map<string, Entry>> {
  const files = new Map<string, Entry>();
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (ownPart.test(name)) await rm(path, { force: true }).catch(() => undefined);
    if (!ownName.test(name)) continue;
    const found = await stat(path).catch(() => null);
    if (found !== null) files.set(name, { bytes: found.size, usedAtMs: found.mtimeMs });
  }
  return files;
}

function formOf(name: string): { readonly format: AudioFormat; readonly plays: boolean } | null {
  const [, , saveOnly, ending] = ownName.exec(name) ?? [];
  const format = audioFormats.find((candidate) => candidate === ending);
  return format === undefined ? null : { format, plays: saveOnly === undefined };
}

function stemOf({ profile, callId, file }: RecordingKey): string {
  return `${profileHash(profile)}-${hash(`${callId}\n${file}`).slice(0, 40)}`;
}

function profileHash(profile: string): string {
  return hash(profile).slice(0, 16);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
