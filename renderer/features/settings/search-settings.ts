import type { TFunction } from 'i18next';
import { type Folded, findTerm, fold, foldedTerms, type Span } from '../../../shared/domain/fold.ts';
import type { SettingsGroup } from '../../stores/view.ts';
import { type SettingName, settingNames, settingOf } from './settings-catalogue.ts';

/** One thing to be found, in the words of the chosen language. */
export interface SearchableSetting {
  readonly name: SettingName;
  readonly group: SettingsGroup;
  readonly groupName: string;
  readonly label: string;
  readonly help: string;
  /** Its name in the other languages. */
  readonly foreignLabels: readonly string[];
  /** Synonyms and the words of its options, in every language. */
  readonly otherWords: readonly string[];
}

export interface Hit {
  readonly setting: SearchableSetting;
  /** What to mark in its label and in its explanation. */
  readonly inLabel: readonly Span[];
  readonly inHelp: readonly Span[];
}

export interface HitGroup {
  readonly group: SettingsGroup;
  readonly groupName: string;
  readonly hits: readonly Hit[];
}

interface Scored {
  readonly hit: Hit;
  readonly score: number;
}

/** Everything that can be found, also by the words of other languages: a keyboard is not always switched. */
export function searchableSettings(t: TFunction, others: readonly TFunction[]): readonly SearchableSetting[] {
  return settingNames.map((name) => {
    const { group, label, help, synonyms, options = {} } = settingOf(name);
    const wordsIn = (words: TFunction) => [
      ...Object.entries(options).map(([value, key]) => (key === null ? value : words(key))),
      ...(synonyms === undefined ? [] : [words(synonyms)]),
    ];
    return {
      name,
      group,
      groupName: t(`settings.group.${group}`),
      label: t(label),
      help: t(help),
      foreignLabels: others.map((other) => other(label)),
      otherWords: [t, ...others].flatMap(wordsIn),
    };
  });
}

/** What has every word of the query somewhere, the closest first, by group; groups in the order of their best. */
export function searchSettings(settings: readonly SearchableSetting[], query: string): readonly HitGroup[] {
  const terms = foldedTerms(query);
  if (terms.length === 0) return [];
  const found = settings
    .flatMap((setting) => score(setting, terms) ?? [])
    // Stable: what is equally close stays in the order of the settings.
    .sort((one, other) => one.score - other.score);
  const byGroup = new Map<SettingsGroup, Hit[]>();
  for (const { hit } of found) {
    byGroup.set(hit.setting.group, [...(byGroup.get(hit.setting.group) ?? []), hit]);
  }
  return [...byGroup].map(([group, hits]) => ({ group, groupName: hits[0]?.setting.groupName ?? '', hits }));
}

function score(setting: SearchableSetting, terms: readonly string[]): Scored | null {
  const label = fold(setting.label);
  const help = fold(setting.help);
  const foreign = setting.foreignLabels.map(fold);
  const others = setting.otherWords.map(fold);
  const groupName = fold(setting.groupName);
  const inLabel: Span[] = [];
  const inHelp: Span[] = [];
  let sum = 0;
  for (const term of terms) {
    const labelled = findTerm(label, term);
    const explained = wordStart(help, term);
    if (labelled !== null) inLabel.push(labelled.span);
    if (explained !== null) inHelp.push(explained);
    const closeness =
      labelled?.startsWord === true || foreign.some((words) => wordStart(words, term) !== null)
        ? 0
        : others.some((words) => wordStart(words, term) !== null)
          ? 1
          : explained !== null
            ? 2
            : wordStart(groupName, term) !== null
              ? 3
              : labelled !== null
                ? 4
                : null;
    if (closeness === null) return null;
    sum += closeness;
  }
  return { hit: { setting, inLabel, inHelp }, score: sum };
}

/** In a sentence only the beginning of a word counts: two letters stand inside of many. */
function wordStart(folded: Folded, term: string): Span | null {
  const found = findTerm(folded, term);
  return found?.startsWord === true ? found.span : null;
}
