import { profileNames } from '../../shared/settings/profiles.ts';
import { callTable as english } from '../../shared/words/en/call-table.ts';
import { callTable as persian } from '../../shared/words/fa/call-table.ts';
import { createHistoryExport, type HistoryExport } from '../history-export/export-desk.ts';
import type { Foundation } from './foundation.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** As many numbers as are remembered with their names: callers come again and again. */
const mostNames = 5000;

/** Files of calls. */
export function wireHistoryExport(
  { clock, send }: Foundation,
  settings: WiredSettings,
  { desk }: Pick<WiredHistory, 'desk'>,
  { nameOf }: Pick<WiredContacts, 'nameOf'>,
  choosePlace: (name: string, extension: 'csv' | 'json') => Promise<string | null>,
): HistoryExport {
  return createHistoryExport({
    page: desk.page,
    choosePlace,
    words: { en: english, fa: persian },
    profile: settings.profile,
    clock,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    knowledge() {
      const names = new Map<string, string>();
      const outcomes = new Map(settings.effective().afterCall.outcomes.map(({ code, name }) => [code, name]));
      const profiles = profileNames(settings.store.read());
      return {
        nameOf(number) {
          const known = names.get(number);
          if (known !== undefined) return known;
          if (names.size >= mostNames) names.clear();
          const name = nameOf(number);
          names.set(number, name);
          return name;
        },
        profileName: (id) => profiles.get(id) || id,
        // One that is gone from the settings is still told, as it is kept.
        outcomeName: (code) => outcomes.get(code) ?? code,
      };
    },
    onProgress: (progress) => send('history-export:progress', progress),
  });
}
