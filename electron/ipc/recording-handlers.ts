import { succeed } from '../../shared/result.ts';
import type { RecordingDesk } from '../recordings/recording-desk.ts';
import type { HandlersOf } from './router.ts';

/** Recordings of calls. The page says which call, and which of its recordings; file, profile and credentials the main process knows. */
export function createRecordingHandlers(desk: RecordingDesk): HandlersOf<'recording'> {
  return {
    'recording:read': ({ recordingId }) => desk.read(recordingId),
    'recording:fetch': ({ recordingId }) => desk.bring(recordingId),
    'recording:cancel': ({ recordingId }) => {
      desk.cancel(recordingId);
      return succeed({});
    },
    'recording:save': ({ recordingId }) => desk.save(recordingId),
    'recording:kept': async () => succeed(await desk.kept()),
    'recording:clear': async () => succeed(await desk.clear()),
  };
}
