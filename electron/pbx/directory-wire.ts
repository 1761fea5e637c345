import type { PbxContact, PbxQueue, PbxUser } from '../../shared/domain/pbx-directory.ts';
import {
  firstText,
  isJsonObject,
  type JsonObject,
  toFlag,
  toText,
  toWholeNumber,
} from '../simotel-words/field-readers.ts';
import { parseList } from './pbx-wire.ts';

export const directoryPaths = {
  users: 'pbx/users/search',
  queues: 'pbx/queues/search',
  contacts: 'autodialer/contacts/search',
  blacklist: 'pbx/blacklists/search',
  pause: 'pbx/queues/pauseagent',
  resume: 'pbx/queues/resumeagent',
} as const;

export const userSearchBody = { status: 'all', alike: true, conditions: { name: '', number: '', mapped: '' } } as const;
export const queueSearchBody = { alike: 'true', conditions: { name: '', number: '' } } as const;
export const blacklistSearchBody = { alike: 'true', conditions: { number: '' } } as const;

const contactsPerPage = 200;

export function contactSearchBody(start: number) {
  return {
    alike: 'true',
    conditions: { name: '', number: '', description: '' },
    pagination: { start, count: contactsPerPage, sorting: { name: 1 } },
  };
}

export function toAgentBody(queue: string, agent: string) {
  return { queue, agent };
}

/** Null when it is not a list. Three fields only: a user also has SIP secrets, masked on some servers and bare on others. */
export function parseUsers(data: unknown): readonly PbxUser[] | null {
  return (
    rowsOf(data)?.flatMap((row): readonly PbxUser[] => {
      const number = firstText(row, 'number');
      if (number === null || toFlag(row['active']) === false) return [];
      return [{ name: firstText(row, 'name') ?? number, number, queues: parseQueueNames(row['queues']) }];
    }) ?? null
  );
}

export function parseQueues(data: unknown): readonly PbxQueue[] | null {
  return (
    rowsOf(data)?.flatMap((row): readonly PbxQueue[] => {
      const number = firstText(row, 'number');
      return number === null ? [] : [{ name: firstText(row, 'name') ?? number, number }];
    }) ?? null
  );
}

export interface ContactsPage {
  readonly contacts: readonly PbxContact[];
  /** Rows of the answer, those included that are no contacts. */
  readonly rows: number;
  readonly total: number | null;
}

export function parseContactsPage(data: unknown): ContactsPage | null {
  const rows = rowsOf(data);
  if (rows === null) return null;
  const pagination = isJsonObject(data) && isJsonObject(data['pagination']) ? data['pagination'] : {};
  const contacts = rows.flatMap((row): readonly PbxContact[] => {
    const number = firstText(row, 'number');
    if (number === null) return [];
    return [{ name: firstText(row, 'name') ?? '', number, description: firstText(row, 'description') ?? '' }];
  });
  return { contacts, rows: rows.length, total: toWholeNumber(pagination['total']) };
}

export function parseBlacklist(data: unknown): readonly string[] | null {
  return (
    rowsOf(data)?.flatMap((row) => {
      const number = firstText(row, 'number');
      return number === null ? [] : [number];
    }) ?? null
  );
}

/** What the PBX says against it within an answer that says success; null: it did it. */
export function parseAgentRefusal(data: unknown): string | null {
  if (!isJsonObject(data) || toFlag(data['ok']) !== false) return null;
  return firstText(data, 'message') ?? '';
}

function rowsOf(data: unknown): readonly JsonObject[] | null {
  return parseList(data)?.filter(isJsonObject) ?? null;
}

/** Texts or numbers, or the queues themselves. */
function parseQueueNames(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const names = value.map((one: unknown) => (isJsonObject(one) ? firstText(one, 'number', 'name') : toText(one)));
  return [...new Set(names.filter((name) => name !== null))];
}
