import { isBetweenTimes } from '../../shared/domain/time-of-day.ts';
import type { NotificationSettings } from '../../shared/settings/schema.ts';
import type { NotificationKind } from './notification-model.ts';

/** Whether the agent wants to be told of such a thing at this minute of the day. */
export function mayNotify(kind: NotificationKind, settings: NotificationSettings, minuteOfDay: number): boolean {
  if (!settings[kind]) return false;
  const { quietHours, quietFrom, quietTo } = settings;
  if (quietHours === 'off' || !isBetweenTimes(quietFrom, quietTo, minuteOfDay)) return true;
  return quietHours === 'all-but-incoming' && kind === 'incoming';
}
