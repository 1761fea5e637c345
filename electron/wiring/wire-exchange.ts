import { createExchangeDesk, type FileDialogs } from '../directory/exchange/exchange-desk.ts';
import type { Exchange } from '../ipc/exchange-handlers.ts';
import { createPastImports } from '../storage/contacts/past-imports.ts';
import { createExchangeStore } from './exchange-store.ts';
import type { Foundation } from './foundation.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Files of contacts. */
export function wireExchange(
  { send }: Foundation,
  { effective, profile }: WiredSettings,
  { connection }: WiredHistory,
  { book, intake }: WiredContacts,
  dialogs: FileDialogs,
): Exchange {
  return {
    desk: createExchangeDesk({
      store: createExchangeStore(book, intake, connection, profile),
      dialogs,
      rules: () => effective().identity,
      onProgress: (progress) => send('exchange:progress', progress),
    }),
    imports: createPastImports(connection),
    undoImport: intake.dropImport,
  };
}
