/** Where the main process serves what is kept of a recording; it looks the call up by its id. `times` makes it another address alone. */
export function recordingAddress(recordingId: string, times: number): string {
  return `app://recordings/${encodeURIComponent(recordingId)}?${times}`;
}
