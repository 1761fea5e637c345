import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { readTrunks, trunksAt, useTrunks } from '../../stores/trunks.ts';
import { useWords } from '../../text/use-words.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** Stands for the trunk that is chosen anyway: a key may not be empty. */
const usual = ' usual';

/** Which trunk calls to this contact go by; typed by hand where the PBX does not list its trunks. */
export function ContactTrunk(props: { readonly value: string; readonly onChange: (name: string) => void }) {
  const { t } = useWords();
  const pbx = useSnapshot(trunksAt);
  const list = useTrunks((store) => store.list);
  useEffect(() => void readTrunks(pbx), [pbx]);
  if (list === null || list.length === 0) {
    return (
      <Field
        label={t('contacts.trunk')}
        help={t('contacts.trunkHelp')}
        value={props.value}
        maxLength={64}
        onChange={props.onChange}
      />
    );
  }
  const names = list.map(({ name }) => name);
  const all = props.value === '' || names.includes(props.value) ? names : [props.value, ...names];
  return (
    <Select
      label={t('contacts.trunk')}
      value={props.value === '' ? usual : props.value}
      options={[
        { value: usual, label: t('contacts.usualTrunk') },
        ...all.map((name) => ({ value: name, label: name })),
      ]}
      onChange={(name) => props.onChange(name === usual ? '' : name)}
    />
  );
}
