import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Call } from '../../shared/domain/call.ts';
import { recordingFile } from '../../shared/domain/call-view.ts';
import type { AudioFormat } from '../../shared/domain/recording/audio-kind.ts';
import { recordingFileName } from '../../shared/domain/recording/recording-file-name.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { KeptRecordings, Recording, RecordingProgress } from '../../shared/ipc/recording-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type Fetching, fetchInto } from './fetch-into.ts';
import type { DownloadRecording } from './ports.ts';
import type { KeptRecording, RecordingCache, RecordingKey } from './recording-cache.ts';

/** A bar moves smoothly enough, and the window has time to draw it. */
const progressEveryMs = 100;

/** Recordings of calls: fetched when a person asks for one, kept for a while, saved where they want it. */
export interface RecordingDesk {
  read(callId: string): Promise<Result<Recording, DialerError>>;
  /** Resolves when it is here; absent when it was cancelled. Asked twice, it is fetched once. */
  bring(callId: string): Promise<Result<Recording, DialerError>>;
  cancel(callId: string): void;
  /** Null: they changed their mind. */
  save(callId: string): Promise<Result<{ readonly fileName: string } | null, DialerError>>;
  /** What of it may be played now. */
  playable(callId: string): Promise<KeptRecording | null>;
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
  const under = new Map<string, Fetching>();
  /** Of the active profile alone: the recording of another is on another PBX, under other credentials. */
  const keyOf = (callId: string): { readonly call: Call; readonly key: RecordingKey } | null => {
    const call = deps.callOf(callId);
    const file = call === null ? null : recordingFile(call);
    if (call === null || file === null || call.profile !== deps.profile()) return null;
    return { call, key: { profile: call.profile, callId, file } };
  };
  const background = (work: Promise<unknown>) => void work.catch(onBug);
  return {
    async read(callId) {
      const known = keyOf(callId);
      if (known === null) return fail({ code: 'not-found' });
      const fetching = under.get(callId);
      if (fetching !== undefined) return succeed({ state: 'fetching', ...fetching.soFar() });
      return succeed(toRecording(await cache.find(known.key)));
    },
    async bring(callId) {
      const known = keyOf(callId);
      if (known === null) return fail({ code: 'not-found' });
      const running = under.get(callId);
      if (running !== undefined) return running.done;
      const tell = slowly((soFar: ReturnType<Fetching['soFar']>) => onProgress({ callId, ...soFar }));
      const fetching = fetchInto({ key: known.key, cache, download, onProgress: tell });
      under.set(callId, fetching);
      try {
        return await fetching.done;
      } finally {
        under.delete(callId);
      }
    },
    cancel: (callId) => under.get(callId)?.cancel(),
    async save(callId) {
      const known = keyOf(callId);
      const kept = known === null ? null : await cache.find(known.key);
      if (known === null || kept === null) return fail({ code: 'not-found' });
      const place = await deps.choosePlace(recordingFileName(known.call, kept.format), kept.format);
      if (place === null) return succeed(null);
      try {
        await copyFile(kept.path, place);
      } catch {
        return fail({ code: 'recording-not-saved', file: basename(place) });
      }
      return succeed({ fileName: basename(place) });
    },
    async playable(callId) {
      const known = keyOf(callId);
      const kept = known === null ? null : await cache.find(known.key);
      return kept?.plays === true ? kept : null;
    },
    kept: cache.kept,
    async clear() {
      await cache.clear();
      return cache.kept();
    },
    forget(profile) {
      for (const fetching of under.values()) if (fetching.profile === profile) fetching.cancel();
      background(cache.forget(profile));
    },
    makeRoom: () => background(cache.makeRoom()),
    async stop() {
      const all = [...under.values()];
      for (const fetching of all) fetching.cancel();
      // Whoever asked for them is told what went wrong.
      await Promise.all(all.map(({ done }) => done.catch(() => undefined)));
    },
  };
}

function toRecording(kept: KeptRecording | null): Recording {
  if (kept === null) return { state: 'absent' };
  const { bytes, format, plays } = kept;
  return { state: 'ready', bytes, format, plays };
}

function slowly<T>(tell: (value: T) => void): (value: T) => void {
  let toldAtMs = 0;
  return (value) => {
    const nowMs = Date.now();
    if (nowMs - toldAtMs < progressEveryMs) return;
    toldAtMs = nowMs;
    tell(value);
  };
}
