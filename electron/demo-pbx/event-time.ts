/** UTC without any zone mark and with microseconds, as the PBX's default is: `2021-01-16 06:30:37.471398`. */
export function toEventTime(atMs: number): string {
  const { date, time } = datePieces(atMs);
  return `${date} ${time}`;
}

/** One of the vendor's documents shows the time first: `11:55:33.208640 2017-11-12`. */
export function toTimeFirstEventTime(atMs: number): string {
  const { date, time } = datePieces(atMs);
  return `${time} ${date}`;
}

function datePieces(atMs: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(atMs).toISOString().split('T');
  // The clock has no microseconds; the digits only have to look like some.
  const microseconds = String((Math.trunc(atMs) * 7) % 1000).padStart(3, '0');
  return { date, time: time.replace('Z', microseconds) };
}
