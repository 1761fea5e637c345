import type { Finding, FindingFacts } from '../../../shared/ipc/doctor-schema.ts';
import { errorWords } from '../../text/error-words.ts';
import { isolated } from '../../text/isolated.ts';
import type { Words } from '../../text/use-words.ts';
import { sizeWords } from '../keeping/size-words.ts';

const gigabyte = 1024 ** 3;
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** What a finding says, in one sentence; of a failure also what to do about it. */
export function findingWords({ says, facts, error }: Finding, words: Words): string {
  const { t } = words;
  if (error !== null) {
    const { message, nextStep } = errorWords(error, t);
    return `${message} ${nextStep}`;
  }
  if (says === 'disk-problem') return t(`doctor.says.disk-problem.${facts.storage ?? 'other'}`);
  return t(`doctor.says.${says}`, { replace: valuesOf(facts, words) });
}

/** Each fact in the words and digits of the language; one that is not there leaves its place with a question mark. */
function valuesOf(facts: FindingFacts, words: Words): Record<string, string> {
  const { t, digits, style } = words;
  const list = (names: readonly string[] = []) =>
    new Intl.ListFormat(style.language, { type: 'unit' }).format(names.map(String));
  // In a language of the same direction it would only be in the way of whoever copies it.
  const name = (text = '?') => (style.language === 'fa' ? isolated(text) : text);
  const whole = (value: number | undefined) => (value === undefined ? '?' : digits(String(Math.round(value))));
  return {
    host: name(facts.host),
    address: name(facts.address),
    port: whole(facts.port),
    code: name(facts.code),
    ms: whole(facts.ms),
    answer: whole(facts.answerMs),
    event: whole(facts.eventMs),
    arrived: list(facts.arrived),
    missing: list(facts.missing),
    at: facts.atMs === undefined ? '?' : words.clock(facts.atMs),
    date: facts.atMs === undefined ? '?' : words.fullDate(facts.atMs),
    apart: facts.apartMs === undefined ? '?' : apartWords(facts.apartMs, words),
    zone: name(facts.zone),
    right: name(facts.rightZone),
    store: facts.store === undefined ? t('doctor.unnamedStore') : name(facts.store),
    actions: list(facts.actions?.map((action) => t(`settings.hotkeys.${action}`))),
    schemes: list(facts.schemes),
    program: name(facts.program),
    free: roomWords(facts.freeBytes, words),
    used: roomWords(facts.usedBytes, words),
  };
}

function apartWords(ms: number, { t, digits, decimal }: Words): string {
  // Rounded up: the PBX tells its time in whole seconds.
  if (ms < 2 * minuteMs) return t('time.seconds', { value: digits(String(Math.max(1, Math.ceil(ms / secondMs)))) });
  if (ms < 2 * hourMs) return t('time.minutes', { value: digits(String(Math.round(ms / minuteMs))) });
  return t('time.hours', { value: decimal(Math.round((ms / hourMs) * 10) / 10) });
}

function roomWords(bytes: number | undefined, words: Words): string {
  if (bytes === undefined) return '?';
  return bytes < gigabyte
    ? sizeWords(bytes, words)
    : words.t('doctor.gigabytes', { value: words.decimal(Math.round((bytes / gigabyte) * 10) / 10) });
}
