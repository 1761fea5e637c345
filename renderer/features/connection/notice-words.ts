import { longestLostMs } from '../../../shared/domain/history/history-gap.ts';
import type { RescueReport } from '../../../shared/ipc/keeping-contract.ts';
import { errorWords, fileReasonWords } from '../../text/error-words.ts';
import { isolated } from '../../text/isolated.ts';
import type { Words } from '../../text/use-words.ts';
import { notInstalledWords } from '../updates/update-words.ts';
import type { Notice } from './notice-list.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A difference as people say it: minutes, then hours, with a half or a quarter if that is what it is, then days. */
export function spanWords(ms: number, { t, digits }: Pick<Words, 't' | 'digits'>): string {
  const value = (amount: number) => ({ value: digits(String(amount)) });
  if (ms < 90 * minuteMs) return t('connection.span.minutes', value(Math.round(ms / minuteMs)));
  if (ms < 2 * dayMs) {
    const all = Math.round(ms / minuteMs);
    const minutes = all % 60;
    if (minutes % 15 === 0) return t('connection.span.hours', value(all / 60));
    return t('connection.span.hoursMinutes', {
      hours: digits(String(Math.floor(all / 60))),
      minutes: digits(String(minutes)),
    });
  }
  return t('connection.span.days', value(Math.round(ms / dayMs)));
}

/** What of a rescue stands in its sentences. */
function rescueWords(rescue: RescueReport, words: Words): Readonly<Record<string, string>> {
  const { t, digits, clock, fullDate } = words;
  const moment = (ms: number) => t('connection.rescue.moment', { date: fullDate(ms), time: clock(ms) });
  const { cause, backupAtMs, eventsRead, missing } = rescue;
  const fromMs = missing?.fromMs ?? null;
  return {
    why: cause === 'gone' ? t('connection.rescue.gone') : t('connection.rescue.damaged'),
    backup: backupAtMs === null ? '' : moment(backupAtMs),
    from: fromMs === null ? '' : moment(fromMs),
    to: missing === null ? '' : moment(missing.toMs),
    fetched:
      fromMs === null
        ? t('connection.rescue.fetchedOfDays', { value: digits(String(longestLostMs / dayMs)) })
        : t('connection.rescue.fetchedSince'),
    events: t(`connection.rescue.events.${eventsRead}`, { value: digits(String(rescue.events)) }),
    // Where there was no file none was moved.
    kept: rescue.aside === null ? '' : t('connection.rescue.kept', { aside: isolated(rescue.aside) }),
  };
}

export function noticeWords(notice: Notice, words: Words): { readonly title: string; readonly text: string } {
  const { t, digits } = words;
  if (notice.kind === 'set-up-file') {
    const { message, nextStep } = errorWords(notice.error, t);
    return { title: t('setup.provisioningFailed'), text: `${message} ${nextStep}` };
  }
  const failure = 'error' in notice ? errorWords(notice.error, t) : null;
  const replace = {
    count: 'count' in notice ? digits(String(notice.count)) : '',
    failure: failure?.message ?? '',
    file: 'file' in notice ? isolated(notice.file) : '',
    reason:
      failure !== null
        ? `${failure.message} ${failure.nextStep}`
        : 'fileReason' in notice
          ? fileReasonWords(notice.fileReason, t)
          : 'updateProblem' in notice
            ? notInstalledWords(notice.updateProblem, words)
            : '',
    span: 'ms' in notice ? spanWords(notice.ms, words) : '',
    port: 'port' in notice ? digits(String(notice.port)) : '',
    problem: 'problem' in notice ? notice.problem : '',
    zone: 'zone' in notice ? notice.zone : '',
    hotkeys: 'hotkeys' in notice ? notice.hotkeys.map(isolated).join(' · ') : '',
    ...('rescue' in notice ? rescueWords(notice.rescue, words) : {}),
    version: 'version' in notice ? isolated(notice.version) : '',
    rightZone: 'rightZone' in notice ? notice.rightZone : '',
  };
  return {
    title: t(`connection.notice.${notice.kind}.title` as const, { replace }),
    text: t(`connection.notice.${notice.kind}.text` as const, { replace }),
  };
}
