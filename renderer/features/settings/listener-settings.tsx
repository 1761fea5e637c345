import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { isAddressOrRange, isListenerHost, isListenerPath, toList } from '../../typed-values.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import type { Saving } from './use-saving.ts';

/** Where events are waited for and from whom; the listener follows every change by itself. */
export function ListenerSettings({ field }: { readonly field: Saving['field'] }) {
  const { t } = useWords();
  const listener = useSnapshot((state) => state.settings.listener);
  const portTaken = useSnapshot((state) => state.listener.state === 'port-in-use');
  return (
    <Section
      title={t('settings.events.listener')}
      of={['listener.host', 'listener.port', 'listener.path', 'listener.allowFrom']}
    >
      <SettingItem of="listener.host">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={listener.host}
            validate={(host) => (isListenerHost(host) ? null : t('settings.events.hostInvalid'))}
            onSave={(host) => field({ listener: { host: host.trim() } })}
          />
        )}
      </SettingItem>
      <SettingItem of="listener.port">
        {(words) => (
          <NumberSetting
            {...words}
            latin
            invalid={t('settings.events.portInvalid')}
            range={[0, 65_535]}
            value={listener.port}
            trouble={portTaken ? t('settings.events.portTaken') : null}
            onSave={(port) => field({ listener: { port: port ?? 0 } })}
          />
        )}
      </SettingItem>
      <SettingItem of="listener.path">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={listener.path}
            validate={(path) => (isListenerPath(path) ? null : t('settings.events.pathInvalid'))}
            onSave={(path) => field({ listener: { path } })}
          />
        )}
      </SettingItem>
      <SettingItem of="listener.allowFrom">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={listener.allowFrom.join(', ')}
            validate={(text) => {
              const list = toList(text);
              return list.length <= 32 && list.every(isAddressOrRange) ? null : t('settings.events.allowFromInvalid');
            }}
            onSave={(text) => field({ listener: { allowFrom: toList(text) } })}
          />
        )}
      </SettingItem>
    </Section>
  );
}
