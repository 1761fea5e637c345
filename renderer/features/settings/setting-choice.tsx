import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { SettingItem } from './setting-item.tsx';
import { type SettingName, settingOf, settingsCatalogue } from './settings-catalogue.ts';

/** Settings that are one of a few. */
type ChoiceName = {
  readonly [N in SettingName]: (typeof settingsCatalogue)[N] extends { readonly options: object } ? N : never;
}[SettingName];

type OptionOf<N extends ChoiceName> = keyof (typeof settingsCatalogue)[N]['options'] & string;

export interface SettingChoiceProps<N extends ChoiceName> {
  readonly of: N;
  readonly inPlaceOf?: readonly SettingName[];
  readonly value: OptionOf<N>;
  readonly onChange: (value: OptionOf<N>) => void;
}

/** A choice with the words of the catalogue. */
export function SettingChoice<N extends ChoiceName>({ of, inPlaceOf = [], value, onChange }: SettingChoiceProps<N>) {
  const { t } = useWords();
  const words = settingOf(of).options ?? {};
  const isOption = (value: string): value is OptionOf<N> => value in settingsCatalogue[of].options;
  const options = Object.keys(words)
    .filter(isOption)
    .map((option) => {
      const key = words[option] ?? null;
      return { value: option, label: key === null ? option : t(key) };
    });
  return (
    <SettingItem of={of} inPlaceOf={inPlaceOf}>
      {(own) => <Choice {...own} value={value} options={options} onChange={onChange} />}
    </SettingItem>
  );
}
