import { succeed } from './answer.ts';
import { knownConditions, meetsConditions } from './conditions.ts';
import { directoryBlacklist, toBlacklistRecord } from './directory-blacklist.ts';
import { directoryContacts, moreContacts, toContactRecord } from './directory-contacts.ts';
import { directoryQueues, toQueueRecord } from './directory-queues.ts';
import { type DirectoryTrunk, directoryTrunks, toTrunkRecord } from './directory-trunks.ts';
import { directoryUsers, toUserRecord } from './directory-users.ts';
import { flagField, type JsonObject, textField } from './json-fields.ts';
import { readPagination, toPage } from './paging.ts';
import { postService, type Service, type Services } from './service.ts';

export function directoryServices(
  directory: 'full' | 'empty',
  more: number,
  trunks: () => readonly DirectoryTrunk[] = () => directoryTrunks,
): Services {
  const filled = (records: readonly JsonObject[]) => (directory === 'full' ? records : []);
  const contacts = filled([...directoryContacts, ...moreContacts(more)].map(toContactRecord));
  return {
    'pbx/users/search': listSearch(filled(directoryUsers.map(toUserRecord)), ['name', 'number', 'mapped']),
    'pbx/trunks/search': postService((body) => succeed(matching(trunks().map(toTrunkRecord), body, ['name']))),
    'pbx/queues/search': listSearch(filled(directoryQueues.map(toQueueRecord)), ['name', 'number']),
    'pbx/blacklists/search': listSearch(filled(directoryBlacklist.map(toBlacklistRecord)), ['number']),
    'autodialer/contacts/search': pagedSearch(contacts, ['name', 'number', 'description']),
  };
}

function listSearch(records: readonly JsonObject[], conditionNames: readonly string[]): Service {
  return postService((body) => succeed(matching(records, body, conditionNames)));
}

function pagedSearch(records: readonly JsonObject[], conditionNames: readonly string[]): Service {
  return postService((body) => {
    const found = matching(records, body, conditionNames);
    const page = toPage(found, readPagination(body, { name: 1 }), textField);
    return succeed({ pagination: page.pagination, data: page.rows });
  });
}

function matching(records: readonly JsonObject[], body: JsonObject, conditionNames: readonly string[]): JsonObject[] {
  const conditions = knownConditions(body, conditionNames);
  return records.filter((record) => meetsConditions(record, conditions, flagField(body, 'alike')));
}
