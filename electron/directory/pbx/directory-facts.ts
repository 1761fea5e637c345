import { numberKey, writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { findQueue, type PbxQueue } from '../../../shared/domain/pbx-directory.ts';
import type { DirectoryReadings } from './ports.ts';

/** What the directory, as it was read last, says of a number. */
export interface DirectoryFacts {
  /** Numbers of colleagues and queues; null: the colleagues were never read. */
  readonly internal: ReadonlySet<string> | null;
  isBlacklisted(digits: string): boolean;
  readonly extensions: readonly string[];
  readonly queues: readonly PbxQueue[];
  /** Those an extension answers for. */
  queuesOf(extension: string): readonly PbxQueue[];
}

/** Made anew after each reading, so that a question costs next to nothing. */
export function readDirectoryFacts(readings: DirectoryReadings, profile: string, pbx: string): DirectoryFacts {
  const of = <R extends { readonly pbx: string }>(reading: R | null) => (reading?.pbx === pbx ? reading : null);
  const users = of(readings.get(profile, 'users'))?.entries ?? null;
  const queues = of(readings.get(profile, 'queues'))?.entries ?? [];
  const blacklist = of(readings.get(profile, 'blacklist'))?.entries ?? [];

  const extensions = new Set(users?.map(({ number }) => number));
  const internal = new Set([...extensions, ...queues.map(({ number }) => number)]);
  const byEnding = new Map<string, string[]>();
  for (const number of blacklist) {
    const ending = writtenNumberKey(number)?.ending;
    if (ending !== undefined) byEnding.set(ending, [...(byEnding.get(ending) ?? []), number]);
  }
  return {
    internal: users === null ? null : internal,
    isBlacklisted(digits) {
      const key = numberKey(digits);
      return key !== null && (byEnding.get(key.ending)?.some((number) => sameNumber(number, digits)) ?? false);
    },
    extensions: [...extensions],
    queues,
    queuesOf(extension) {
      const called = users?.find(({ number }) => number === extension)?.queues ?? [];
      return called.map((queue) => findQueue(queues, queue) ?? { name: queue, number: queue });
    },
  };
}
