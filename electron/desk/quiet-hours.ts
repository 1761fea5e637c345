import type { NotificationSettings } from '../../shared/settings/schema.ts';
import type { NotificationKind } from './notification-model.ts';

/** Whether the agent wants to be told of such a thing at this minute of the day. */
export function mayNotify(kind: NotificationKind, settings: NotificationSettings, minuteOfDay: number): boolean {
  if (!settings[kind]) return false;
  if (settings.quietHours === 'off' || !isQuiet(settings, minuteOfDay)) return true;
  return settings.quietHours === 'all-but-incoming' && kind === 'incoming';
}

/** The hours may go over midnight; the minute at which they end is not quiet any more. */
function isQuiet({ quietFrom, quietTo }: NotificationSettings, minute: number): boolean {
  const from = minutesOf(quietFrom);
  const to = minutesOf(quietTo);
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
