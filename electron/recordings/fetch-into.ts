import type { AudioKind } from '../../shared/domain/recording/audio-kind.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { Recording } from '../../shared/ipc/recording-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { DownloadRecording } from './ports.ts';
import type { NewRecording, RecordingCache, RecordingKey } from './recording-cache.ts';
import { toRecordingError } from './recording-errors.ts';

interface SoFar {
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
}

/** One recording that is being fetched. */
export interface Fetching {
  readonly profile: string;
  readonly done: Promise<Result<Recording, DialerError>>;
  soFar(): SoFar;
  cancel(): void;
}

/** Nothing of it stays when it does not come whole. */
export function fetchInto(deps: {
  readonly key: RecordingKey;
  readonly cache: Pick<RecordingCache, 'begin'>;
  readonly download: DownloadRecording;
  readonly onProgress: (soFar: SoFar) => void;
}): Fetching {
  const { key, cache, download, onProgress } = deps;
  const abort = new AbortController();
  let soFar: SoFar = { receivedBytes: 0, totalBytes: null };
  let kind: AudioKind | null = null;
  let written: NewRecording | null = null;
  let diskFailed = false;
  let onItsWay: Promise<unknown> = Promise.resolve();
  const onDisk = (work: () => Promise<void>): Promise<boolean> => {
    const done = work().then(
      () => true,
      () => {
        diskFailed = true;
        return false;
      },
    );
    onItsWay = done;
    return done;
  };
  const run = async (): Promise<Result<Recording, DialerError>> => {
    const got = await download(
      key.file,
      {
        begin: (known, totalBytes) =>
          onDisk(async () => {
            kind = known;
            soFar = { ...soFar, totalBytes };
            written = await cache.begin(key);
          }),
        write: (piece) =>
          onDisk(async () => {
            await written?.write(piece);
            soFar = { ...soFar, receivedBytes: soFar.receivedBytes + piece.length };
            onProgress(soFar);
          }),
      },
      abort.signal,
    );
    if (abort.signal.aborted) return succeed({ state: 'absent' });
    if (diskFailed) return fail({ code: 'recording-not-kept' });
    if (!got.ok) return fail(toRecordingError(got.error));
    return keep(written, kind);
  };
  return {
    profile: key.profile,
    done: run().finally(async () => {
      // A connection may end while something is still written.
      await onItsWay;
      await written?.drop();
    }),
    soFar: () => soFar,
    cancel: () => abort.abort(),
  };
}

async function keep(written: NewRecording | null, kind: AudioKind | null): Promise<Result<Recording, DialerError>> {
  if (written === null || kind === null) return fail({ code: 'recording-empty' });
  try {
    const { bytes, format, plays } = await written.keep(kind);
    return succeed({ state: 'ready', bytes, format, plays });
  } catch {
    return fail({ code: 'recording-not-kept' });
  }
}
