import { fail, succeed } from '../../shared/result.ts';
import type { ContactBook } from '../storage/contacts/contact-book.ts';
import type { HandlersOf } from './router.ts';

/** What a page asks of the contacts, as the profile of now sees them. */
export function createContactHandlers(contacts: ContactBook, profile: () => string): HandlersOf<'contact'> {
  return {
    'contact:search': (query) => succeed({ hits: contacts.search(profile(), query) }),
    'contact:list': (query) => succeed(contacts.list(profile(), query)),
    'contact:list-before': (query) => succeed(contacts.listBefore(profile(), query)),
    'contact:get': ({ id }) => {
      const contact = contacts.get(profile(), id);
      return contact === null ? fail({ code: 'contact-gone' }) : succeed(contact);
    },
    'contact:save': ({ id, ...draft }) => contacts.save(id, draft),
    'contact:delete': ({ ids }) => contacts.delete(ids),
    'contact:restore': ({ undo }) => {
      const restored = contacts.restore(undo);
      return restored.ok ? succeed({}) : restored;
    },
    'contact:duplicates': async () => succeed(await contacts.duplicates()),
    'contact:keepApart': ({ ids }) => {
      contacts.keepApart(ids);
      return succeed({});
    },
    'contact:proposeAgain': () => {
      contacts.proposeAgain();
      return succeed({});
    },
    'contact:merge': ({ keepId, otherIds }) => contacts.merge(keepId, otherIds),
    'contact:names': ({ numbers }) => succeed({ names: contacts.names(profile(), numbers) }),
    'contact:tags': () => succeed({ tags: contacts.tags(profile()) }),
  };
}
