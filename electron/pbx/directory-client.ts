import type { PbxContact } from '../../shared/domain/pbx-directory.ts';
import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { PbxDirectory } from '../directory/pbx/ports.ts';
import {
  blacklistSearchBody,
  contactSearchBody,
  directoryPaths,
  parseAgentRefusal,
  parseBlacklist,
  parseContactsPage,
  parseQueues,
  parseUsers,
  queueSearchBody,
  toAgentBody,
  userSearchBody,
} from './directory-wire.ts';
import { type OpenSession, type PbxSession, readableOr } from './pbx-session.ts';

/** No address book of a call centre has more; a PBX that never comes to its end is left there. */
const mostContacts = 100_000;

/** Reads the PBX's directory, and takes agents out of queues and back. */
export function createDirectoryClient(open: OpenSession): PbxDirectory {
  const search = async <T>(path: string, body: unknown, parse: (data: unknown) => T | null) => {
    const session = open();
    return session.ok ? ask(session.value, path, body, parse) : session;
  };
  const changeAgent = async (path: string, queue: string, agent: string): Promise<Result<null, PbxError>> => {
    const refusal = await search(path, toAgentBody(queue, agent), (data) => ({ message: parseAgentRefusal(data) }));
    if (!refusal.ok) return refusal;
    const { message } = refusal.value;
    return message === null ? succeed(null) : fail({ code: 'pbx-refused', message });
  };
  return {
    listUsers: () => search(directoryPaths.users, userSearchBody, parseUsers),
    listQueues: () => search(directoryPaths.queues, queueSearchBody, parseQueues),
    listBlacklist: () => search(directoryPaths.blacklist, blacklistSearchBody, parseBlacklist),
    async listContacts(onPage) {
      const session = open();
      if (!session.ok) return session;
      const contacts: PbxContact[] = [];
      let first = '';
      for (let start = 0; start < mostContacts; ) {
        const page = await ask(session.value, directoryPaths.contacts, contactSearchBody(start), parseContactsPage);
        if (!page.ok) return page;
        const { rows, total } = page.value;
        // A server that knows no pages sends the same one for ever.
        const beginning = JSON.stringify(page.value.contacts.slice(0, 3));
        if (rows === 0 || (start > 0 && beginning === first)) break;
        first = beginning;
        contacts.push(...page.value.contacts);
        start += rows;
        onPage(contacts.length, total);
        // One that does not say how many there are is asked until there is nothing new.
        if (total !== null && start >= total) break;
      }
      return succeed(contacts);
    },
    pauseAgent: (queue, agent) => changeAgent(directoryPaths.pause, queue, agent),
    resumeAgent: (queue, agent) => changeAgent(directoryPaths.resume, queue, agent),
  };
}

async function ask<T>(
  session: PbxSession,
  path: string,
  body: unknown,
  parse: (data: unknown) => T | null,
): Promise<Result<T, PbxError>> {
  const result = await session.call(path, body);
  return result.ok ? readableOr(parse(result.data)) : fail(result.error);
}
