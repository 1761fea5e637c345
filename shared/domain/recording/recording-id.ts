/** One of the recordings of a call, as the window asks for it: the id of the call, for all but the first with its place behind it. */
export function recordingId(callId: string, place: number): string {
  return place === 0 ? callId : `${callId}#${place}`;
}

export function readRecordingId(id: string): { readonly callId: string; readonly place: number } {
  const [, callId, place] = /^(.+)#([1-9]\d?)$/s.exec(id) ?? [];
  return callId === undefined ? { callId: id, place: 0 } : { callId, place: Number(place) };
}
