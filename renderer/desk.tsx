import { Grid3x3, History as HistoryIcon, type LucideIcon, Settings as SettingsIcon } from 'lucide-react';
import { type ReactNode, useCallback, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './desk.module.css';
import { ActiveCall, type CardRoom } from './features/active-call/active-call.tsx';
import { CallAnnouncer } from './features/active-call/call-announcer.tsx';
import { isClosable } from './features/active-call/call-phase.ts';
import { useCurrentCall } from './features/active-call/use-current-call.ts';
import { Header } from './features/connection/header.tsx';
import { Notices } from './features/connection/notices.tsx';
import { History } from './features/history/history.tsx';
import { Keypad } from './features/keypad/keypad.tsx';
import { useTypeAnywhere } from './features/keypad/type-anywhere.ts';
import { Settings } from './features/settings/settings.tsx';
import { clearNumber, useKeypad } from './stores/keypad.ts';
import { dismissCall, showTab, type Tab as TabName, tabs, useView } from './stores/view.ts';
import { useWords } from './text/use-words.ts';
import { bindClasses } from './ui/class-names.ts';
import { Icon } from './ui/icon.tsx';
import { useMedia } from './ui/use-media.ts';
import { VisuallyHidden } from './ui/visually-hidden.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const cx = bindClasses(styles);
const icons: Readonly<Record<TabName, LucideIcon>> = { keypad: Grid3x3, history: HistoryIcon, settings: SettingsIcon };

/** The working window: one column with tabs below, or keypad and call beside the other tabs where there is room. */
export function Desk() {
  const { t } = useWords();
  const wide = useMedia('(min-width: 760px)');
  const tall = useMedia('(min-height: 840px)');
  const low = useMedia('(max-height: 640px)');
  const call = useCurrentCall();
  const inputRef = useRef<HTMLInputElement>(null);
  const tab = useView((store) => store.tab);

  const revealKeypad = useCallback(() => {
    if (inputRef.current === null) showTab('keypad');
  }, []);
  const onEscape = useCallback(() => {
    if (useKeypad.getState().text !== '') clearNumber();
    else if (call !== null && isClosable(call, Date.now())) dismissCall(call.id);
  }, [call]);
  useTypeAnywhere(inputRef, revealKeypad, onEscape);
  useShortcuts(
    useCallback((chosen: TabName) => {
      if (chosen === 'keypad') inputRef.current?.focus();
      else requestAnimationFrame(focusPanel);
    }, []),
  );

  const keypad = <Keypad inputRef={inputRef} onEscape={onEscape} />;
  const room: CardRoom = wide ? (tall ? 'roomy' : 'short') : low || tab !== 'keypad' ? 'line' : 'short';
  const card = call === null ? null : <ActiveCall key={call.id} call={call} room={room} />;
  return (
    <main className={cx('desk', wide ? 'wide' : 'narrow')}>
      <VisuallyHidden>
        <h1>{t('app.title')}</h1>
      </VisuallyHidden>
      {wide ? (
        <>
          <div className={cx('side')}>
            <Header />
            <div className={cx('keypad')}>{keypad}</div>
            {card === null ? null : <div className={cx('cardBelow')}>{card}</div>}
          </div>
          <TabbedViews names={['history', 'settings']} selected={tab === 'settings' ? 'settings' : 'history'} />
        </>
      ) : (
        <>
          <Header />
          {card === null ? null : <div className={cx('cardAbove')}>{card}</div>}
          <TabbedViews names={tabs} selected={tab} keypad={keypad} />
        </>
      )}
      <CallAnnouncer call={call} />
    </main>
  );
}

/** Where a tab chosen by keys goes on: in its list, else at its first control. */
function focusPanel(): void {
  const panel = document.querySelector('[role="tabpanel"]');
  panel?.querySelector<HTMLElement>('[role="grid"], button:not([tabindex="-1"]), input')?.focus();
}

function TabbedViews(props: {
  readonly names: readonly TabName[];
  readonly selected: TabName;
  readonly keypad?: ReactNode;
}) {
  const { t } = useWords();
  const views: Readonly<Record<TabName, ReactNode>> = {
    keypad: props.keypad,
    history: <History />,
    settings: <Settings />,
  };
  return (
    <Tabs
      className={cx('tabs')}
      selectedKey={props.selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find((name) => name === key);
        if (chosen !== undefined) showTab(chosen);
      }}
    >
      {/* First here and last for the eye where the window is narrow: panels take their names from the tabs. */}
      <TabList className={cx('tabList')} aria-label={t('tabs.label')}>
        {props.names.map((name) => (
          <Tab key={name} id={name} className={cx('tab')}>
            <Icon of={icons[name]} size={18} />
            {t(`tabs.${name}`)}
          </Tab>
        ))}
      </TabList>
      <Notices />
      {props.names.map((name) => (
        <TabPanel key={name} id={name} className={cx('panel')}>
          {views[name]}
        </TabPanel>
      ))}
    </Tabs>
  );
}
