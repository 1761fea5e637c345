import { StorageFailure } from './ports.ts';

/** What the database does not tell is not known: `instead` stands for that. */
export function unlessFailing<T>(instead: T, read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof StorageFailure) return instead;
    throw problem;
  }
}
