import type { AudioKind } from '../../shared/domain/recording/audio-kind.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';

/** Takes the bytes of a recording as they come. False: it can take no more. */
export interface RecordingSink {
  begin(kind: AudioKind, totalBytes: number | null): Promise<boolean>;
  write(piece: Uint8Array): Promise<boolean>;
}

/** Gets a recording from the PBX, by the name the PBX gave it. A success says that all of it went into the sink. */
export type DownloadRecording = (
  file: string,
  sink: RecordingSink,
  signal: AbortSignal,
) => Promise<Result<null, DialerError>>;
