import type { Page } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import type { DemoPbxOptions } from '../../electron/demo-pbx/demo-pbx-types.ts';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import { aDraft } from './contact-builders.ts';

/** People as an agent knows them, in both scripts. */
export const someContacts: readonly ContactDraft[] = [
  aDraft('علی کریمی', ['09121234567'], { company: 'شرکت آبادان', favourite: true, tags: ['مشتری'] }),
  aDraft('مریم یوسفی', [], {
    company: 'بیمهٔ سامان',
    numbers: [
      { label: 'mobile', written: '۰۹۳۵۱۱۱۲۲۳۳' },
      { label: 'work', written: '02188001008' },
    ],
    note: 'بعد از ساعت ۱۶ تماس بگیرید.',
  }),
  aDraft('Sara Ahmadi', ['+98 912 765 4321'], { company: 'Blue Dental Clinic', tags: ['customer', 'Tehran'] }),
  aDraft('Robert Kuhn', [], {
    company: 'Kuhn & Partner, Maschinenbau und Anlagentechnik',
    numbers: [
      { label: 'work', written: '02188001008' },
      { label: 'home', written: '+49 30 901820' },
    ],
    note: 'Asked for the offer of March.\nCalls back on Mondays.',
    tags: ['customer'],
    trunkName: 'MCI',
  }),
  aDraft('Amir Tavakoli', ['09390001033'], { doNotCall: true }),
  aDraft('', ['02177665544'], { company: 'City Taxi' }),
  aDraft('', ['09170001122']),
];

/** A PBX whose directory the account may not read: the contacts are one's own alone. */
export const withoutDirectory: DemoPbxOptions = {
  accounts: [{ ...demoAccount, services: ['setting/ping/act', 'call/originate/act', 'pbx/trunks/search'] }],
};

/** Saves contacts as the window does. */
export async function saveContacts(page: Page, drafts: readonly ContactDraft[]): Promise<readonly Contact[]> {
  return page.evaluate(async (all) => {
    const saved = [];
    for (const draft of all) {
      const answer = await window.dialer.request('contact:save', { id: null, ...draft });
      if (!answer.ok) throw new Error(answer.error.code);
      saved.push(answer.value);
    }
    return saved;
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
