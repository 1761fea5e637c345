import { createExchangeDesk, type FileDialogs } from '../directory/exchange/exchange-desk.ts';
import { prepareApart } from '../directory/exchange/prepare-apart.ts';
import type { Exchange } from '../ipc/exchange-handlers.ts';
import { logBug } from '../logging/log-bug.ts';
import { createPastImports } from '../storage/contacts/past-imports.ts';
import { createExchangeStore } from './exchange-store.ts';
import type { Foundation } from './foundation.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Files of contacts. */
export function wireExchange(
  { send, log }: Foundation,
  { effective, profile }: WiredSettings,
  { connection, watch }: WiredHistory,
  { book, intake }: WiredContacts,
  dialogs: FileDialogs,
  workerFile: string,
): Exchange {
  const dropImport = (importId: string) =>
    void intake.dropImport(importId).catch(logBug(log, 'An import could not be removed whole'));
  return {
    desk: createExchangeDesk({
      store: createExchangeStore(book, { ...intake, dropImport }, profile),
      dialogs,
      prepare: prepareApart(workerFile),
      rules: () => effective().identity,
      onProgress: (progress) => send('exchange:progress', progress),
    }),
    imports: watch.pastImports(createPastImports(connection)),
    async undoImport(importId) {
      const taken = await intake.releaseImport(importId);
      dropImport(importId);
      return taken;
    },
  };
}
