/** Where the main process serves what is kept of a recording; it looks the call up by its id. */
export function recordingAddress(callId: string): string {
  return `app://recordings/${encodeURIComponent(callId)}`;
}
