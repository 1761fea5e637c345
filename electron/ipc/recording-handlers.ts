import { succeed } from '../../shared/result.ts';
import type { RecordingDesk } from '../recordings/recording-desk.ts';
import type { HandlersOf } from './router.ts';

/** Recordings of calls. The page says which call; file, profile and credentials the main process knows. */
export function createRecordingHandlers(desk: RecordingDesk): HandlersOf<'recording'> {
  return {
    'recording:read': ({ callId }) => desk.read(callId),
    'recording:fetch': ({ callId }) => desk.bring(callId),
    'recording:cancel': ({ callId }) => {
      desk.cancel(callId);
      return succeed({});
    },
    'recording:save': ({ callId }) => desk.save(callId),
    'recording:kept': async () => succeed(await desk.kept()),
    'recording:clear': async () => succeed(await desk.clear()),
  };
}
