import { callActs } from './screens/calls.ts';
import { colleaguesAct } from './screens/colleagues.ts';
import { compactAct } from './screens/compact.ts';
import { contactImportAct } from './screens/contact-import.ts';
import { contactsAct } from './screens/contacts.ts';
import { deskAct } from './screens/desk.ts';
import { dialRulesAct } from './screens/dial-rules.ts';
import { firstRunAct } from './screens/first-run.ts';
import { historyAct } from './screens/history.ts';
import { keptCallsAct } from './screens/kept-calls.ts';
import { linksAct } from './screens/links.ts';
import { lookingBackAct } from './screens/looking-back.ts';
import { profilesAct } from './screens/profiles.ts';
import { quickDialActs } from './screens/quick-dial.ts';
import { settingsAct } from './screens/settings.ts';
import { troubleActs } from './screens/trouble.ts';
import type { Act } from './walk-screens.ts';

/** Every screen of the window in every state that is designed: for pictures, for accessibility, and as a smoke test. */
export const acts: readonly Act[] = [
  firstRunAct,
  deskAct,
  colleaguesAct,
  ...callActs,
  compactAct,
  ...quickDialActs,
  contactsAct,
  historyAct,
  lookingBackAct,
  keptCallsAct,
  linksAct,
  settingsAct,
  dialRulesAct,
  contactImportAct,
  profilesAct,
  ...troubleActs,
];
