import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import type { Connection } from '../../electron/storage/database.ts';
import type { ContactDraft } from '../../shared/domain/contact/contact.ts';
import { anOriginatedCall, aRecord } from './call-builders.ts';
import { seededRandom } from './seeded-random.ts';

const betweenMs = 150_000;
const atOnce = 1000;

/** A history as an agent has it: some are called again and again, many once. Ends at `lastMs`. */
export function addManyCalls(
  connection: Connection,
  contacts: readonly ContactDraft[],
  { calls, lastMs, profile }: { readonly calls: number; readonly lastMs: number; readonly profile: string },
): void {
  const random = seededRandom(5);
  const store = createCallRepository({ connection, reportUnreadableRow: () => undefined });
  const oneOf = (index: number) => {
    const { numbers } = contacts[Math.floor(random() ** 2 * contacts.length)] ?? { numbers: [] };
    const callee = numbers[Math.floor(random() * numbers.length)]?.written ?? '557';
    const startedAtMs = lastMs - index * betweenMs;
    return anOriginatedCall(
      { callee, caller: '557' },
      {
        id: `many-${index}`,
        profile,
        startedAtMs,
        outcome: 'accepted',
        records: { cdr: aRecord({ disposition: 'answered', talkSeconds: 60 }) },
      },
    );
  };
  const all = Array.from({ length: calls }, (_, index) => oneOf(index)).reverse();
  for (let from = 0; from < calls; from += atOnce) store.saveAll(all.slice(from, from + atOnce));
}
