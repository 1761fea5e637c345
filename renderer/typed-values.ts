import { isOwnNumber } from '../shared/domain/destination.ts';
import { toLatinDigits } from '../shared/domain/digits.ts';

/** The same limits as the settings schema, checked while typing; the main process has the last word. */
export function isWholeNumber(text: string, least: number, most: number): boolean {
  const digits = toLatinDigits(text).trim();
  return /^\d{1,6}$/.test(digits) && Number(digits) >= least && Number(digits) <= most;
}

export function toNumber(text: string): number {
  return Number(toLatinDigits(text).trim());
}

/** Empty means not set. */
export function toNumberOrNull(text: string): number | null {
  return text.trim() === '' ? null : toNumber(text);
}

const timeOfDay = /^(\d{1,2})[:.]?(\d{2})$/;

/** `22:30`, `7:05`, `0705`. */
export function isTimeOfDay(text: string): boolean {
  const [, hours, minutes] = timeOfDay.exec(toLatinDigits(text).trim()) ?? [];
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60;
}

/** As the settings keep it. */
export function toTimeOfDay(text: string): string {
  const [, hours = '', minutes = ''] = timeOfDay.exec(toLatinDigits(text).trim()) ?? [];
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text !== '';
  } catch {
    return false;
  }
}

export function isDialString(text: string): boolean {
  return isOwnNumber(toDialString(text));
}

/** Persian digits and reading aids are fine to type; what is kept is what the PBX takes. */
export function toDialString(text: string): string {
  return toLatinDigits(text).replace(/[\s\-()]/g, '');
}

/** A word or number that is handed to the PBX as it is. */
export function isPbxWord(text: string): boolean {
  return text.trim().length <= 64 && !/\p{Cc}/u.test(text.trim());
}

/** An address of this computer, a name, or `auto`. */
export function isListenerHost(text: string): boolean {
  return /^[^\s\p{Cc}]{1,255}$/u.test(text.trim());
}

/** `192.168.1.0/24`, `10.0.0.5`, `fd00::/8`. */
export function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const six = address.includes(':');
  if (more.length > 0 || !(six ? isIPv6(address) : isIPv4(address))) return false;
  return bits === undefined || (/^(?:0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= (six ? 128 : 32));
}

function isIPv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

function isIPv6(text: string): boolean {
  if (!/^[0-9a-f:.]+$/i.test(text)) return false;
  try {
    return new URL(`https://[${text}]/`).hostname !== '';
  } catch {
    return false;
  }
}

export function isListenerPath(text: string): boolean {
  return /^\/[A-Za-z0-9/_-]{0,63}$/.test(text);
}

export function isCountryCode(text: string): boolean {
  return /^(?:[1-9]\d{0,2})?$/.test(toCountryCode(text));
}

export function toCountryCode(text: string): string {
  return toLatinDigits(text).trim().replace(/^\+/, '');
}

export function toList(text: string): string[] {
  return text
    .split(/[\s,،;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Names may have spaces; each stands once. */
export function toNames(text: string): string[] {
  return [...new Set(text.split(/[,،]/).map((part) => part.trim()))].filter((part) => part !== '');
}
