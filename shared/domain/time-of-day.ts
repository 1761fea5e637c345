/** True between two times of day such as 22:00 and 07:00, also over midnight; the minute at which it ends is outside. */
export function isBetweenTimes(from: string, to: string, minuteOfDay: number): boolean {
  const begin = minutesOf(from);
  const end = minutesOf(to);
  return begin <= end ? begin <= minuteOfDay && minuteOfDay < end : begin <= minuteOfDay || minuteOfDay < end;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
