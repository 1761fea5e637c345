import { toHostEntry } from '../../../shared/domain/screen-pop/hosts.ts';
import { popSlots } from '../../../shared/domain/screen-pop/slots.ts';
import { usableTemplate } from '../../../shared/domain/screen-pop/usable-template.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { toList } from '../../typed-values.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

/** Where pages may be; one that a template names cannot be taken away from under it. */
export function PopHosts() {
  const { t } = useWords();
  const pops = useSnapshot((state) => state.settings.screenPop);
  const { field } = useSaving();
  const validate = (text: string) => {
    const hosts = toList(text).map(toHostEntry);
    if (hosts.length > 32 || hosts.includes(null)) return t('screenPop.allowedHostsInvalid');
    const allowedHosts = hostsIn(text);
    for (const slot of popSlots) {
      const host = usableTemplate(pops, slot)?.host;
      if (host !== undefined && usableTemplate({ ...pops, allowedHosts }, slot) === null) {
        return t('screenPop.allowedHostsUsed', { host });
      }
    }
    return null;
  };
  return (
    <SettingItem of="screenPop.allowedHosts">
      {(words) => (
        <SavedField
          {...words}
          ltr
          value={pops.allowedHosts.join(', ')}
          validate={validate}
          onSave={(text) => field({ screenPop: { allowedHosts: hostsIn(text) } })}
        />
      )}
    </SettingItem>
  );
}

function hostsIn(text: string): string[] {
  return [...new Set(toList(text).flatMap((typed) => toHostEntry(typed) ?? []))];
}
