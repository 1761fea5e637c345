import { create } from 'zustand';

interface SettingDraftsStore {
  /** By the name of the setting: what was typed and is not saved, since it is not valid or its field was left in a hurry. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** What is typed in the settings outlives the page it was typed on, until it is saved, taken back or reset. */
export const useSettingDrafts = create<SettingDraftsStore>(() => ({ drafts: {} }));

export function keepDraft(setting: string, text: string | null): void {
  useSettingDrafts.setState(({ drafts }) => {
    const { [setting]: _before, ...others } = drafts;
    return { drafts: text === null ? others : { ...others, [setting]: text } };
  });
}

export function draftOf(setting: string): string | null {
  return useSettingDrafts.getState().drafts[setting] ?? null;
}

export function forgetDrafts(settings: ReadonlySet<string>): void {
  forget((setting) => settings.has(setting));
}

/** What was typed for one profile must not be saved in another. */
export function forgetDraftsOfProfile(): void {
  forget((setting) => /^(?:pbx|identity|credentials)\./.test(setting));
}

function forget(isGone: (setting: string) => boolean): void {
  useSettingDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([setting]) => !isGone(setting))),
  }));
}
