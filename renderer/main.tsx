import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { settledWithin } from './settled-within.ts';
import { connectAppState, useAppState } from './stores/app-state.ts';
import { connectAsked } from './stores/asked.ts';
import { connectCalls, showCalls } from './stores/calls.ts';
import { connectChecks } from './stores/checks.ts';
import { connectCommands } from './stores/commands.ts';
import { checkOnNetworkChange } from './stores/connection.ts';
import { connectListener } from './stores/listener.ts';
import { followChosenTrunk } from './stores/trunks.ts';
import { reopenTab } from './stores/view.ts';
import { connectTabMemory } from './stores/window.ts';
import { createText } from './text/i18n.ts';

const longestWaitMs = 1000;

async function start(): Promise<void> {
  const compact = window.location.hash === '#compact';
  connectCalls();
  // Menu, tabs and set-up are the main window's.
  if (compact) followChosenTrunk();
  else {
    connectListener();
    checkOnNetworkChange();
    connectCommands();
    reopenTab(document.documentElement.dataset['tab']);
    connectTabMemory();
    connectChecks();
  }
  // The first paint is the final one: language, direction and theme, and a call that goes on, are known before anything is drawn.
  // A history that cannot be read, or not soon, keeps nobody from calling.
  await connectAppState();
  if (!compact) connectAsked();
  const settings = useAppState.getState().state?.settings;
  await settledWithin(longestWaitMs, showCalls(settings?.mode ?? 'unset'));
  const text = createText(settings?.ui.language ?? 'en');
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element');
  createRoot(root).render(
    <StrictMode>
      <App text={text} compact={compact} />
    </StrictMode>,
  );
}

void start();
