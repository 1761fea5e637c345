import type { DialerError } from '../../shared/errors.ts';

/** What a failure means for who wants to hear a recording: some of the PBX's errors are told as if a call had been asked for. */
export function toRecordingError(error: DialerError): DialerError {
  switch (error.code) {
    case 'pbx-wrong-path':
      return { code: 'recording-missing' };
    case 'pbx-refused':
    case 'pbx-bad-request':
      return { code: 'recording-refused', message: error.message };
    case 'pbx-connection-lost':
      return { code: 'recording-broke-off' };
    case 'pbx-timeout':
      return error.phase === 'connect' ? error : { code: 'recording-broke-off' };
    case 'pbx-answer-too-large':
    case 'pbx-answer-unreadable':
      return { code: 'recording-not-audio' };
    default:
      return error;
  }
}
