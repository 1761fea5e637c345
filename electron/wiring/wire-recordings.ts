import type { AudioFormat } from '../../shared/domain/recording/audio-kind.ts';
import { logBug } from '../logging/log-bug.ts';
import { createRecordingCache } from '../recordings/recording-cache.ts';
import { createRecordingDesk } from '../recordings/recording-desk.ts';
import { serveRecording } from '../recordings/serve-recording.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

const megabyte = 1024 * 1024;

/** Recordings of calls, fetched on demand. */
export function wireRecordings(
  { send, log }: Foundation,
  { effective, profile }: WiredSettings,
  { calls }: WiredHistory,
  { client }: WiredPbx,
  choosePlace: (name: string, format: AudioFormat) => Promise<string | null>,
  folder: string,
) {
  const onBug = logBug(log, 'Recordings could not be kept as they should be');
  const desk = createRecordingDesk({
    callOf: calls.get,
    profile,
    download: client.downloadRecording,
    cache: createRecordingCache({
      folder,
      limitBytes: () => effective().recordings.keptMegabytes * megabyte,
    }),
    choosePlace,
    onProgress: (progress) => send('recording:progress', progress),
    onBug,
  });
  return {
    desk,
    /** To the player of the window. */
    async serve(request: Request): Promise<Response> {
      try {
        return await serveRecording(request, desk.playable);
      } catch (problem) {
        onBug(problem);
        return new Response('Failed', { status: 500 });
      }
    },
  };
}

export type WiredRecordings = ReturnType<typeof wireRecordings>;
