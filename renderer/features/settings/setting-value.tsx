import { useWords } from '../../text/use-words.ts';
import { type SettingName, settingOf } from './settings-catalogue.ts';

const inLocalDigits: readonly SettingName[] = ['notifications.quietFrom', 'notifications.quietTo'];

/** A value as its form shows it. */
export function SettingValue({ of, value }: { readonly of: SettingName; readonly value: unknown }) {
  const { t, digits } = useWords();
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  const words = settingOf(of).options?.[text];
  if (words !== undefined && words !== null) return <bdi>{t(words)}</bdi>;
  if (typeof value === 'boolean') return <bdi>{t(value ? 'settings.reset.on' : 'settings.reset.off')}</bdi>;
  if (text === '') return <bdi>{t('settings.reset.empty')}</bdi>;
  if (of === 'ui.zoomPercent') return <bdi>{t('settings.appearance.percent', { value: digits(text) })}</bdi>;
  // A port is a part of an address, which is written the same in every language.
  const local = (typeof value === 'number' && of !== 'listener.port') || inLocalDigits.includes(of);
  return <bdi dir="ltr">{local ? digits(text) : text}</bdi>;
}
