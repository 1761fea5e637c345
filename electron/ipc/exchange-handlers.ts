import type { TakenBack } from '../../shared/ipc/import-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { ExchangeDesk } from '../directory/exchange/exchange-desk.ts';
import type { PastImports } from '../storage/contacts/past-imports.ts';
import type { HandlersOf } from './router.ts';

export interface Exchange {
  readonly desk: ExchangeDesk;
  readonly imports: PastImports;
  /** What it brought is gone for everybody when it answers; the rows go in the background. */
  readonly undoImport: (importId: string) => Promise<TakenBack>;
}

/** Contacts that come out of files and go into them. */
export function createExchangeHandlers({ desk, imports, undoImport }: Exchange): HandlersOf<'import' | 'export'> {
  const cancel = () => {
    desk.cancel();
    return succeed({});
  };
  return {
    'import:choose': () => desk.choose(),
    'import:preview': ({ id, ...form }) => desk.preview(id, form),
    'import:check': ({ id, reading }) => desk.check(id, reading),
    'import:run': ({ id, reading, duplicates }) => desk.run(id, reading, duplicates),
    'import:cancel': cancel,
    'import:list': () => succeed({ imports: imports.list() }),
    'import:undo': async ({ importId }) => succeed(await undoImport(importId)),
    'export:save': ({ format }) => desk.save(format),
    'export:cancel': cancel,
  };
}
