import { checkConnection, useConnection } from '../../stores/connection.ts';
import { mendDatabase, noteRescue } from '../../stores/keeping.ts';
import { retryListener } from '../../stores/listener.ts';
import { takeNoteOfPages } from '../../stores/screen-pop.ts';
import { saveSettings } from '../../stores/settings.ts';
import { type SettingsGroup, showSettings } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { Notice, NoticeKind } from './notice-list.ts';

/** The setting that mends what nothing else mends. */
const settings: Readonly<Partial<Record<NoticeKind, SettingsGroup>>> = {
  'own-number-not-taken': 'identity',
  'secrets-locked': 'connection',
  'credentials-missing': 'connection',
  'event-credentials-missing': 'events',
  'port-forbidden': 'events',
  'listener-failed': 'events',
  'zone-wrong': 'connection',
  'secrets-memory': 'secrets',
  'hotkeys-missing': 'hotkeys',
  'notifications-failed': 'notifications',
  'kept-in-tray': 'desktop',
  'backup-no-room': 'keeping',
  'backup-failed': 'keeping',
  'update-not-installed': 'updates',
  'update-ready': 'updates',
};

/** The one thing to do about it; none where only time or another person helps. */
export function NoticeAction({ notice, onDone }: { readonly notice: Notice; readonly onDone?: () => void }) {
  const { t } = useWords();
  const checking = useConnection((store) => store.checking);
  const group = settings[notice.kind];
  const button = (words: string, act: () => void) => (
    <LinkButton
      onPress={() => {
        act();
        onDone?.();
      }}
    >
      {words}
    </LinkButton>
  );
  if (group !== undefined) return button(t('action.openSetting'), () => showSettings(group));
  // Told until somebody has read it, whatever was done for the history.
  if ('rescue' in notice) return button(t('action.dismiss'), () => void noteRescue());
  switch (notice.kind) {
    case 'offline':
    case 'pbx-ahead':
    case 'pbx-behind':
    case 'events-ahead':
    case 'events-behind':
      return (
        <LinkButton onPress={() => void checkConnection()}>
          {t(checking ? 'connection.action.checking' : 'connection.action.checkNow')}
        </LinkButton>
      );
    case 'port-in-use':
    case 'address-missing':
      return <LinkButton onPress={() => void retryListener()}>{t('action.tryAgain')}</LinkButton>;
    case 'zone-known': {
      const { rightZone } = notice;
      return button(
        t('connection.action.useZone', { zone: rightZone }),
        () => void saveSettings({ pbx: { eventTimeZone: rightZone } }),
      );
    }
    case 'storage-damaged':
      return button(t('connection.action.mend'), () => void mendDatabase());
    case 'pages-not-opened':
      return button(t('action.dismiss'), () => void takeNoteOfPages());
    default:
      return null;
  }
}
