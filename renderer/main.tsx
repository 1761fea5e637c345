import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, pages } from './app.tsx';
import { loadFirstViews } from './first-views.ts';
import { loadAhead } from './later-view.tsx';
import { pageViews } from './later-views.ts';
import { PageBoundary } from './page-boundary.tsx';
import { settledWithin } from './settled-within.ts';
import { connectAfterCall } from './stores/after-call.ts';
import { connectAppState, useAppState } from './stores/app-state.ts';
import { connectAsked } from './stores/asked.ts';
import { connectBackfill } from './stores/backfill.ts';
import { connectCalls, showCalls } from './stores/calls.ts';
import { connectChecks } from './stores/checks.ts';
import { connectCommands } from './stores/commands.ts';
import { checkOnNetworkChange } from './stores/connection.ts';
import { connectContactDesk } from './stores/contact-desk.ts';
import { connectContactDuplicates } from './stores/contact-duplicates.ts';
import { connectContactExport } from './stores/contact-export.ts';
import { connectContactImport } from './stores/contact-import.ts';
import { connectContactNames } from './stores/contact-names.ts';
import { connectContacts } from './stores/contacts.ts';
import { connectChosenOutside } from './stores/dialling.ts';
import { connectDoctor } from './stores/doctor.ts';
import { connectHistory } from './stores/history.ts';
import { connectHistoryExport } from './stores/history-export.ts';
import { connectHotkeys } from './stores/hotkeys.ts';
import { connectKeeping } from './stores/keeping.ts';
import { connectListener } from './stores/listener.ts';
import { connectMissed } from './stores/missed.ts';
import { connectOpenedCall } from './stores/notifications.ts';
import { connectNumbers } from './stores/numbers.ts';
import { connectPresence } from './stores/presence.ts';
import { connectProfiles, shownProfile } from './stores/profiles.ts';
import { connectQuickDial } from './stores/quick-dial.ts';
import { connectRecordings } from './stores/recordings.ts';
import { connectTrunkList, connectTrunks, followChosenTrunk } from './stores/trunks.ts';
import { reopenTab } from './stores/view.ts';
import { connectTabMemory, tellPageBroke } from './stores/window.ts';
import { giveControlsWords } from './text/control-words.ts';
import { createText } from './text/i18n.ts';
import { letOnlyEmptyHtmlPass } from './ui/only-empty-html.ts';

const longestWaitMs = 1000;
const page = pages.find((name) => window.location.hash === `#${name}`) ?? 'main';
const tell = (problem: unknown) => tellPageBroke(page, problem);

async function start(): Promise<void> {
  letOnlyEmptyHtmlPass();
  void loadAhead([pageViews[page]]);
  connectContactNames();
  if (page !== 'quick-dial') connectCalls();
  // Menu, tabs and set-up are the main window's.
  if (page !== 'compact') connectTrunkList();
  if (page === 'quick-dial') connectQuickDial();
  else if (page === 'compact') followChosenTrunk();
  else {
    connectListener();
    connectMissed();
    checkOnNetworkChange();
    connectCommands();
    connectHistory();
    connectKeeping();
    connectHotkeys();
    reopenTab(document.documentElement.dataset['tab']);
    connectTabMemory();
    connectChosenOutside();
    connectOpenedCall();
    connectChecks();
    connectDoctor();
    void connectPresence();
    void connectBackfill();
    connectContactImport();
    connectContactExport();
    connectHistoryExport();
    connectAfterCall();
    connectNumbers();
    connectContacts();
    connectContactDesk();
    connectContactDuplicates();
    connectRecordings();
  }
  // The first paint is the final one: language, direction and theme, and a call that goes on, are known before anything is drawn.
  // A history that cannot be read, or not soon, keeps nobody from calling.
  await connectAppState();
  if (page === 'main') {
    connectAsked();
    connectProfiles();
    connectTrunks();
  }
  const settings = useAppState.getState().state?.settings;
  if (page !== 'quick-dial') await settledWithin(longestWaitMs, showCalls(shownProfile()));
  await loadFirstViews(page);
  giveControlsWords();
  const text = createText(settings?.ui.language ?? 'en');
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element');
  createRoot(root, { onCaughtError: tell, onUncaughtError: tell }).render(
    <StrictMode>
      <PageBoundary text={text}>
        <App text={text} page={page} />
      </PageBoundary>
    </StrictMode>,
  );
}

start().catch(tell);
