import { basename } from 'node:path';
import type { Call } from '../../shared/domain/call.ts';
import { recordingFiles } from '../../shared/domain/call-view.ts';
import type { AudioFormat } from '../../shared/domain/recording/audio-kind.ts';
import { recordingFileName } from '../../shared/domain/recording/recording-file-name.ts';
import { readRecordingId } from '../../shared/domain/recording/recording-id.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { KeptRecordings, Recording, RecordingProgress } from '../../shared/ipc/recording-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { spaced } from '../files/spaced.ts';
import { copyWhole } from '../files/write-whole.ts';
import { type Fetching, fetchInto } from './fetch-into.ts';
import type { DownloadRecording } from './ports.ts';
import type { KeptRecording, RecordingCache, RecordingKey } from './recording-cache.ts';

/** Recordings of calls, each by its id: fetched when a person asks for one, kept for a while, saved where they want it. */
export interface RecordingDesk {
  read(id: string): Promise<Result<Recording, DialerError>>;
  /** Resolves when it is here; absent when it was cancelled. Asked twice, it is fetched once. */
  bring(id: string): Promise<Result<Recording, DialerError>>;
  cancel(id: string): void;
  /** Null: they changed their mind. */
  save(id: string): Promise<Result<{ readonly fileName: string } | null, DialerError>>;
  /** What of it may be played now. */
  playable(id: string): Promise<KeptRecording | null>;
  kept(): Promise<KeptRecordings>;
  clear(): Promise<KeptRecordings>;
  /** Those of a profile that is gone. */
  forget(profile: string): void;
  /** The limit may be another one. */
  makeRoom(): void;
  stop(): Promise<void>;
}

export function createRecordingDesk(deps: {
  readonly callOf: (id: string) => Call | null;
  readonly profile: () => string;
  readonly download: DownloadRecording;
  readonly cache: RecordingCache;
  readonly choosePlace: (name: string, format: AudioFormat) => Promise<string | null>;
  readonly onProgress: (progress: RecordingProgress) => void;
  readonly onBug: (problem: unknown) => void;
}): RecordingDesk {
  const { cache, download, onProgress, onBug } = deps;
  /** Those that may be waited for; a cancelled one is none of them, though it may not have ended. */
  const under = new Map<string, Fetching>();
  const ending = new Set<Fetching>();
  const cancel = (id: string) => {
    under.get(id)?.cancel();
    under.delete(id);
  };
  /** Of the active profile alone: the recording of another is on another PBX, under other credentials. */
  const keyOf = (id: string): { readonly call: Call; readonly place: number; readonly key: RecordingKey } | null => {
    const { callId, place } = readRecordingId(id);
    const call = deps.callOf(callId);
    const file = call === null ? undefined : recordingFiles(call)[place];
    if (call === null || file === undefined || call.profile !== deps.profile()) return null;
    return { call, place, key: { profile: call.profile, callId, file } };
  };
  const background = (work: Promise<unknown>) => void work.catch(onBug);
  return {
    async read(id) {
      const known = keyOf(id);
      if (known === null) return fail({ code: 'not-found' });
      const fetching = under.get(id);
      if (fetching !== undefined) return succeed({ state: 'fetching', ...fetching.soFar() });
      return succeed(toRecording(await cache.find(known.key)));
    },
    async bring(id) {
      const known = keyOf(id);
      if (known === null) return fail({ code: 'not-found' });
      const running = under.get(id);
      if (running !== undefined) return running.done;
      const tell = spaced((soFar: ReturnType<Fetching['soFar']>) => onProgress({ recordingId: id, ...soFar }));
      const fetching = fetchInto({ key: known.key, cache, download, onProgress: tell });
      under.set(id, fetching);
      ending.add(fetching);
      try {
        return await fetching.done;
      } finally {
        ending.delete(fetching);
        if (under.get(id) === fetching) under.delete(id);
      }
    },
    cancel,
    async save(id) {
      const known = keyOf(id);
      const kept = known === null ? null : await cache.find(known.key);
      if (known === null || kept === null) return fail({ code: 'not-found' });
      const place = await deps.choosePlace(recordingFileName(known.call, kept.format, known.place), kept.format);
      if (place === null) return succeed(null);
      try {
        await copyWhole(kept.path, place);
      } catch {
        return fail({ code: 'recording-not-saved', file: basename(place) });
      }
      return succeed({ fileName: basename(place) });
    },
    async playable(id) {
      const known = keyOf(id);
      const kept = known === null ? null : await cache.find(known.key);
      return kept?.plays === true ? kept : null;
    },
    kept: cache.kept,
    async clear() {
      await cache.clear();
      return cache.kept();
    },
    forget(profile) {
      for (const [id, fetching] of under) if (fetching.profile === profile) cancel(id);
      background(cache.forget(profile));
    },
    makeRoom: () => background(cache.makeRoom()),
    async stop() {
      for (const id of under.keys()) cancel(id);
      // Whoever asked for them is told what went wrong.
      await Promise.all([...ending].map(({ done }) => done.catch(() => undefined)));
    },
  };
}

function toRecording(kept: KeptRecording | null): Recording {
  if (kept === null) return { state: 'absent' };
  const { bytes, format, plays } = kept;
  return { state: 'ready', bytes, format, plays };
}
