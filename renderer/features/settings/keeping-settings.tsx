import { useState } from 'react';
import type { RemovalRule } from '../../../shared/ipc/keeping-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { Backups } from '../keeping/backups.tsx';
import { Removal } from '../keeping/removal.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { settingOf } from './settings-catalogue.ts';

const monthsOffered = [3, 6, 12, 24, 36];
const megabytesOffered = [250, 500, 1000, 2000, 5000];

/** Copies of the history, and how long and how large it may become. */
export function KeepingSettings() {
  const { t, digits } = useWords();
  const rule = useSnapshot((state) => state.settings.keeping);
  // Not in use until it was looked at what it takes.
  const [chosen, setChosen] = useState<RemovalRule | null>(null);
  const backups = settingOf('keeping.backups');
  const months = settingOf('keeping.months');
  const { months: age, megabytes: size } = chosen ?? rule;
  return (
    <>
      <Section title={t(backups.label)} lead={t(backups.help)}>
        <SettingItem of="keeping.backups">
          <Backups />
        </SettingItem>
      </Section>
      <Section title={t('settings.keeping.removal')} lead={t(months.help)} of={['keeping.months', 'keeping.megabytes']}>
        <SettingItem of="keeping.months">
          {({ label }) => (
            <Select
              label={label}
              value={nameOf(age)}
              options={offered(monthsOffered, age).map((value) => ({
                value: nameOf(value),
                label:
                  value === null ? t('settings.keeping.never') : t('settings.keeping.after', amount(value, digits)),
              }))}
              onChange={(value) => setChosen({ months: toNumber(value), megabytes: size })}
            />
          )}
        </SettingItem>
        <SettingItem of="keeping.megabytes">
          {({ label }) => (
            <Select
              label={label}
              value={nameOf(size)}
              options={offered(megabytesOffered, size).map((value) => ({
                value: nameOf(value),
                label: value === null ? t('settings.keeping.noLimit') : t('keeping.megabytes', amount(value, digits)),
              }))}
              onChange={(value) => setChosen({ months: age, megabytes: toNumber(value) })}
            />
          )}
        </SettingItem>
        <Removal chosen={chosen ?? rule} onSettled={() => setChosen(null)} />
      </Section>
    </>
  );
}

const amount = (value: number, digits: (text: string) => string) => ({ value: digits(String(value)) });
const nameOf = (value: number | null) => (value === null ? 'none' : String(value));
const toNumber = (name: string) => (name === 'none' ? null : Number(name));

/** With the value in use, which an administrator may have written by hand. */
function offered(values: readonly number[], current: number | null): readonly (number | null)[] {
  const all = current === null || values.includes(current) ? values : [...values, current].sort((a, b) => a - b);
  return [null, ...all];
}
