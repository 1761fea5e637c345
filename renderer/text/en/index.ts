import { commands } from '../../../shared/words/en/commands.ts';
import { direction } from '../../../shared/words/en/direction.ts';
import { disposition } from '../../../shared/words/en/disposition.ts';
import { action } from './action.ts';
import { afterCall } from './after-call.ts';
import { app } from './app.ts';
import { asked } from './asked.ts';
import { backfill } from './backfill.ts';
import { callDetails } from './call-details.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { connection } from './connection.ts';
import { contacts } from './contacts.ts';
import { dialRules } from './dial-rules.ts';
import { doctor } from './doctor.ts';

import { errors } from './errors.ts';
import { exchange } from './exchange.ts';
import { fileReason } from './file-reason.ts';
import { history } from './history.ts';
import { historyExport } from './history-export.ts';
import { historyFilter } from './history-filter.ts';
import { keeping } from './keeping.ts';
import { keypad } from './keypad.ts';
import { log } from './log.ts';
import { missed } from './missed.ts';
import { numbers } from './numbers.ts';
import { presence } from './presence.ts';
import { profiles } from './profiles.ts';
import { quickDial } from './quick-dial.ts';
import { recording } from './recording.ts';
import { screenPop } from './screen-pop.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shortcuts } from './shortcuts.ts';
import { survey } from './survey.ts';
import { tabs } from './tabs.ts';
import { time } from './time.ts';
import { trunk } from './trunk.ts';
import { updates } from './updates.ts';

export const en = {
  app,
  afterCall,
  asked,
  backfill,
  tabs,
  action,
  commands,
  check,
  connection,
  contacts,
  time,
  keeping,
  keypad,
  log,
  trunk,
  callDetails,
  card,
  disposition,
  direction,
  dialRules,
  doctor,
  history,
  historyFilter,
  historyExport,
  missed,
  numbers,
  presence,
  profiles,
  quickDial,
  recording,
  setup,
  exchange,
  fileReason,
  screenPop,
  settings,
  shortcuts,
  survey,
  updates,
  errors,
};

type Widened<T> = T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> };

/** The shape every language must fill; a missing or surplus key does not compile. */
export type Strings = Widened<typeof en>;
