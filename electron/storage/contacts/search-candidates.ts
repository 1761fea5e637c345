import { z } from 'zod';
import { mostTerms } from '../../../shared/domain/contact/contact-query.ts';
import type { ContactFilter } from '../../../shared/ipc/contact-contract.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { seen } from './contact-row.ts';
import { filterValues, fitsFilter } from './read-contacts.ts';
import { createPhraseFinder, type Phrases } from './search-phrases.ts';

const candidateSchema = z.object({ key: z.int(), haystack: z.string(), weight: z.number() });
export type Candidate = z.infer<typeof candidateSchema>;

export interface SearchScope {
  readonly profileKey: number;
  readonly filter: ContactFilter;
  readonly limit: number;
}

/**
 * Ways to contacts that fit, each in a millisecond or few. Those by an index give as many as are wanted of those that weigh
 * no more than `most`, in whatever order: what weighs more is known already.
 */
export interface Candidates {
  /** Those of which nothing was asked. */
  first(scope: SearchScope): readonly Candidate[];
  /** Of exactly this name, those first that weigh most. */
  byName(scope: SearchScope, sortKey: string): readonly Candidate[];
  byKeys(scope: SearchScope, keys: readonly number[]): readonly Candidate[];
  byBeginning(scope: SearchScope, sortKey: string, most: number): readonly Candidate[];
  byNumberBeginning(scope: SearchScope, part: string, most: number): readonly Candidate[];
  /** Every term begins a word of the name. */
  byWords(scope: SearchScope, terms: readonly string[], most: number): readonly Candidate[];
  anywhere(scope: SearchScope, terms: readonly string[], most: number): readonly Candidate[];
  /** All of the directory, or that are marked or tagged: they are few. */
  filtered(scope: SearchScope, terms: readonly string[]): readonly Candidate[];
}

const mostFiltered = 5000;
/** After every character that a key can hold. */
const afterAll = '\u{10ffff}';

const columns = 'c.key, c.haystack, c.weight';
const fits = `${seen} AND ${fitsFilter}`;
const places = Array.from({ length: mostTerms }, (_, index) => `term${index}`);
/** A list of terms in JSON would be read anew for every row. */
const holdsAll = places.map((place) => `instr(c.haystack, :${place}) > 0`).join(' AND ');
const mostOfFiltered = `LIMIT min(${mostFiltered}, :limit * 1000)`;

export function createCandidates(connection: Connection): Candidates {
  const phrasesOf = createPhraseFinder(connection);
  const query = (sql: string) => {
    const statement = connection.prepare(sql);
    return ({ profileKey, filter, limit }: SearchScope, values: Record<string, string | number> = {}) =>
      (statement.all({ profileKey, limit, ...filterValues(filter), ...values }) as readonly unknown[]).flatMap(
        (row) => candidateSchema.safeParse(row).data ?? [],
      );
  };
  const favourites = query(
    `SELECT ${columns} FROM contacts AS c WHERE c.favourite = 1 AND ${fits} ORDER BY c.sort_key, c.id LIMIT :limit`,
  );
  const recent = query(
    `SELECT ${columns} FROM contacts AS c WHERE c.weight > 0 AND ${fits} ORDER BY c.weight DESC LIMIT :limit`,
  );
  const sorted = query(`SELECT ${columns} FROM contacts AS c WHERE ${fits} ORDER BY c.sort_key, c.id LIMIT :limit`);
  const byKeys = query(
    `SELECT ${columns} FROM json_each(:keys) AS wanted JOIN contacts AS c ON c.key = wanted.value WHERE ${fits} LIMIT :limit`,
  );
  const byName = query(
    `SELECT ${columns} FROM contacts AS c WHERE c.sort_key = :key AND ${fits} ORDER BY c.weight DESC LIMIT :limit`,
  );
  const byBeginning = query(`
    SELECT ${columns} FROM contacts AS c WHERE c.sort_key >= :from AND c.sort_key < :to AND c.weight <= :most AND ${fits}
    ORDER BY c.sort_key LIMIT :limit`);
  const byText = query(`
    SELECT ${columns} FROM contact_search AS f CROSS JOIN contacts AS c ON c.key = f.rowid
    WHERE contact_search MATCH :match AND c.weight <= :most AND ${fits} LIMIT :limit`);
  const ofDirectory = query(`
    SELECT ${columns} FROM contact_imports AS i CROSS JOIN contacts AS c ON c.import_key = i.key
    WHERE i.kind <> 'file' AND c.import_key > 0 AND ${fits} AND ${holdsAll} ${mostOfFiltered}`);
  const tagged = query(`
    SELECT ${columns} FROM contact_tags AS t CROSS JOIN contacts AS c ON c.key = t.contact_key
    WHERE t.tag = :tag AND ${fits} AND ${holdsAll} ${mostOfFiltered}`);
  const marked = query(
    `SELECT ${columns} FROM contacts AS c WHERE c.favourite = 1 AND ${fits} AND ${holdsAll} ${mostOfFiltered}`,
  );
  const byTexts = (scope: SearchScope, texts: readonly string[], most: number, inColumn = ''): readonly Candidate[] => {
    const found = new Map<number, Candidate>();
    for (const match of matchesOf(texts)) {
      if (found.size >= scope.limit) break;
      for (const one of byText(scope, { most, match: inColumn + match })) found.set(one.key, one);
    }
    return [...found.values()];
  };
  /** What finds the contacts that have all texts, each in one of its phrases. */
  function* matchesOf(texts: readonly string[]): Generator<string, void, undefined> {
    const [first, ...others] = texts;
    const all = others.map((text) => [...phrasesOf(text)].flat());
    if (first === undefined || all.some((phrases) => phrases.length === 0)) return;
    for (const some of phrasesOf(first)) yield `(${[some, ...all].map(oneOf).join(' AND ')})`;
  }
  return {
    first(scope) {
      const found = new Map<number, Candidate>();
      for (const way of [favourites, recent, sorted]) {
        if (found.size >= scope.limit) break;
        for (const one of way(scope)) found.set(one.key, one);
      }
      return [...found.values()];
    },
    byName: (scope, key) => byName(scope, { key }),
    byKeys: (scope, keys) => (keys.length === 0 ? [] : byKeys(scope, { keys: JSON.stringify(keys) })),
    byBeginning: (scope, from, most) => byBeginning(scope, { from, to: from + afterAll, most }),
    byNumberBeginning: (scope, part, most) => byTexts(scope, [` ${part}`], most, 'digits : '),
    byWords: (scope, terms, most) => byTexts(scope, terms.map(asBeginning), most, 'name : '),
    anywhere: (scope, terms, most) => byTexts(scope, terms, most),
    filtered(scope, terms) {
      const { tag, favourites: onlyMarked } = scope.filter;
      return (tag !== null ? tagged : onlyMarked ? marked : ofDirectory)(scope, termValues(terms));
    },
  };
}

function oneOf(phrases: Phrases): string {
  return `(${phrases.join(' OR ')})`;
}

function asBeginning(term: string): string {
  return ` ${term.trimStart()}`;
}

/** An empty text is in every other. */
function termValues(terms: readonly string[]): Record<string, string> {
  return Object.fromEntries(places.map((place, index) => [place, toColumnText(terms[index] ?? '')]));
}
