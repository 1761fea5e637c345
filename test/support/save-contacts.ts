import type { Page } from '@playwright/test';
import type { ContactDraft } from '../../shared/domain/contact/contact.ts';

/** As the page of contacts would, one after the other; answers with their ids. */
export function saveContacts(page: Page, drafts: readonly ContactDraft[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const ids: string[] = [];
    for (const draft of all) {
      const answer = await window.dialer.request('contact:save', { id: null, ...draft });
      if (!answer.ok) throw new Error(answer.error.code);
      ids.push(answer.value.id);
    }
    return ids;
  }, drafts);
}

/** Titles of what a search finds among one's own contacts, best first. */
export function findContacts(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate(async (asked) => {
    const everything = { source: 'own', favourites: false, tag: null } as const;
    const answer = await window.dialer.request('contact:search', { text: asked, limit: 50, ...everything });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.hits.map(({ contact }) => contact.name || contact.company);
  }, text);
}
