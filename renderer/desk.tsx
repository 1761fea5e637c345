import { BookUser, Grid3x3, History as HistoryIcon, type LucideIcon, Settings as SettingsIcon } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { callEnd } from '../shared/domain/call-view.ts';
import { type Tab, tabs } from '../shared/tabs.ts';
import styles from './desk.module.css';
import { ActiveCall, type CardRoom } from './features/active-call/active-call.tsx';
import { CallAnnouncer } from './features/active-call/call-announcer.tsx';
import { useCurrentCall } from './features/active-call/use-shown-calls.ts';
import { useWaitingCount } from './features/after-call/use-waiting-count.ts';
import { Header } from './features/connection/header.tsx';
import { NoticeBar } from './features/connection/notices.tsx';
import { FollowedHistory } from './features/history/followed-history.tsx';
import { Keypad } from './features/keypad/keypad.tsx';
import { useTypeAnywhere } from './features/keypad/type-anywhere.ts';
import { wideWindow } from './first-views.ts';
import { viewsBeside } from './later-views.ts';
import { leaveWork } from './stores/after-call.ts';
import { dismissCall, useCalls } from './stores/calls.ts';
import { leaveContactPage } from './stores/contact-desk.ts';
import { useHistory } from './stores/history.ts';
import { closeDetails } from './stores/history-desk.ts';
import { clearNumber, useKeypad } from './stores/keypad.ts';
import { leaveNumbers } from './stores/numbers.ts';
import { showTab, useView } from './stores/view.ts';
import { useWords } from './text/use-words.ts';
import { bindClasses } from './ui/class-names.ts';
import { panelId, TabStrip, tabId } from './ui/tab-strip.tsx';
import { useMedia } from './ui/use-media.ts';
import { VisuallyHidden } from './ui/visually-hidden.tsx';
import { focusPanel, useDeskCommands } from './use-desk-commands.ts';
import { useEscape } from './use-escape.ts';

const cx = bindClasses(styles);
const icons: Readonly<Record<Tab, LucideIcon>> = {
  keypad: Grid3x3,
  contacts: BookUser,
  history: HistoryIcon,
  settings: SettingsIcon,
};
const tabsBeside = tabs.filter((tab) => tab !== 'keypad');

/** The working window: one column with tabs below, or keypad and call beside the other tabs where there is room. */
export function Desk() {
  const { t } = useWords();
  const wide = useMedia(wideWindow);
  const tall = useMedia('(min-height: 840px)');
  const low = useMedia('(max-height: 640px)');
  const highEnough = useMedia('(min-height: 680px)');
  const call = useCurrentCall();
  const inputRef = useRef<HTMLInputElement>(null);
  const tab = useView((store) => store.tab);
  const beside = useView((store) => store.beside);
  // Until then there is no list that could take the focus.
  const callsReady = useCalls((store) => store.ready);
  const historyReady = useHistory((store) => store.ready || store.failure !== null);
  const waiting = useWaitingCount();
  const viewReady = viewsBeside[tab === 'keypad' ? beside : tab].useLoaded();
  const ready = viewReady && callsReady && (tab !== 'history' || historyReady);
  const keypadShown = wide || tab === 'keypad';

  // The tab is drawn before anything goes on in it.
  const reveal = useCallback((chosen: Tab) => flushSync(() => showTab(chosen)), []);
  const revealKeypad = useCallback(() => reveal('keypad'), [reveal]);
  const close = useCallback(() => {
    const { tab: inTab } = useView.getState();
    if (inTab === 'contacts' && leaveContactPage()) return true;
    if (inTab === 'history' && (leaveWork() || leaveNumbers() || closeDetails())) return true;
    if (useKeypad.getState().text !== '') clearNumber();
    // Out of habit no call is closed that may still be on the line.
    else if (call !== null && callEnd(call) !== null) dismissCall(call.id);
    else return false;
    return true;
  }, [call]);
  const onEscape = useEscape(close);
  useTypeAnywhere(inputRef, revealKeypad, onEscape);
  useDeskCommands(inputRef, reveal, onEscape);
  useEffect(() => {
    if (!isNowhere(document.activeElement)) return;
    if (keypadShown) inputRef.current?.focus();
    else if (ready) focusPanel();
  }, [keypadShown, ready]);

  const selected = wide ? beside : tab;
  // Only where the keypad has a line to spare, or stands beside it: number, keys and the button to call never move for one.
  const roomForNotice = wide || (highEnough && call === null);
  const room: CardRoom = wide ? (tall ? 'roomy' : 'short') : low || tab !== 'keypad' ? 'line' : 'tight';
  // In each layout where it is seen, so that the keys come to it in turn.
  const notices = <div className={cx('notices')}>{roomForNotice ? <NoticeBar /> : null}</div>;
  const strip = (
    <div className={cx('tabs')}>
      <TabStrip
        label={t('tabs.label')}
        entries={(wide ? tabsBeside : tabs).map((name) => ({
          name,
          label: t(`tabs.${name}`),
          icon: icons[name],
          waiting: name === 'history' ? waiting : null,
        }))}
        selected={selected}
        place={wide ? 'above' : 'below'}
        onSelect={showTab}
      />
    </div>
  );
  return (
    <main className={cx('desk', wide ? 'wide' : 'narrow')}>
      <VisuallyHidden>
        <h1>{t('app.title')}</h1>
      </VisuallyHidden>
      <div className={cx('header')}>
        <Header withNotices={!roomForNotice} />
      </div>
      {call === null ? null : (
        <div className={cx('card')}>
          <ActiveCall call={call} room={room} />
        </div>
      )}
      {wide ? null : notices}
      {/* No tab but always there where there is room. What has the focus stays in sight when the room goes. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears where the focus goes, it is nothing to click */}
      <section
        id={panelId('keypad')}
        className={cx('keypad')}
        hidden={!keypadShown}
        onFocus={() => showTab('keypad')}
        role={wide ? 'region' : 'tabpanel'}
        {...(wide ? { 'aria-label': t('tabs.keypad') } : { 'aria-labelledby': tabId('keypad') })}
      >
        <Keypad inputRef={inputRef} onEscape={onEscape} />
      </section>
      {wide ? strip : null}
      {wide ? notices : null}
      {tabsBeside
        .filter((name) => name === selected)
        .map((name) => {
          const { View } = viewsBeside[name];
          return (
            <section
              key={name}
              id={panelId(name)}
              role="tabpanel"
              aria-labelledby={tabId(name)}
              className={cx('panel')}
              onFocus={() => showTab(name)}
            >
              <View />
            </section>
          );
        })}
      {wide ? null : strip}
      <CallAnnouncer call={call} />
      <FollowedHistory />
    </main>
  );
}

function isNowhere(element: Element | null): boolean {
  // What was hidden keeps the focus until the next picture.
  return element === null || element === document.body || !element.checkVisibility();
}
