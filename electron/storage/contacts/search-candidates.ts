import { z } from 'zod';
import { mostTerms } from '../../../shared/domain/contact/contact-query.ts';
import type { ContactFilter } from '../../../shared/ipc/contact-contract.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { seen } from './contact-row.ts';
import { filterValues, fitsFilter } from './read-contacts.ts';

const candidateSchema = z.object({ key: z.int(), haystack: z.string(), weight: z.number() });
export type Candidate = z.infer<typeof candidateSchema>;

export interface SearchScope {
  readonly profileKey: number;
  readonly filter: ContactFilter;
  readonly limit: number;
}

/** Ways to contacts that may fit, each in a millisecond or few; none of them says in which order they are shown. */
export interface Candidates {
  /** Those of which nothing was asked. */
  first(scope: SearchScope): readonly Candidate[];
  used(scope: SearchScope, terms: readonly string[]): readonly Candidate[];
  byKeys(scope: SearchScope, keys: readonly number[]): readonly Candidate[];
  byBeginning(scope: SearchScope, sortKey: string): readonly Candidate[];
  byNumberBeginning(scope: SearchScope, part: string): readonly Candidate[];
  byNumberPart(scope: SearchScope, part: string): readonly Candidate[];
  /** Every term begins a word of the name. */
  byWords(scope: SearchScope, terms: readonly string[]): readonly Candidate[];
  anywhere(scope: SearchScope, terms: readonly string[]): readonly Candidate[];
  /** Looks through the newest, for what is too short for the index. */
  looking(scope: SearchScope, terms: readonly string[]): readonly Candidate[];
  /** Few are marked or tagged. */
  filtered(scope: SearchScope, terms: readonly string[]): readonly Candidate[];
}

/** So many of those that were called are looked through. */
const mostUsed = 2000;
/** And so many of these compared: a single letter fits most of them. */
const mostOfUsed = 300;
const mostFiltered = 5000;
const mostLookedThrough = 10_000;
/** The index knows groups of three letters only. */
export const shortestPhrase = 3;
/** After every character that a key can hold. */
const afterAll = '\u{10ffff}';

const columns = 'c.key, c.haystack, c.weight';
const fits = `${seen} AND ${fitsFilter}`;
const places = Array.from({ length: mostTerms }, (_, index) => `term${index}`);
/** A list of terms in JSON would be read anew for every row. */
const holdsAll = places.map((place) => `instr(c.haystack, :${place}) > 0`).join(' AND ');

export function createCandidates(connection: Connection): Candidates {
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
  const used = query(`
    SELECT ${columns} FROM (SELECT ${columns} FROM contacts AS c WHERE c.weight > 0 AND ${fits}
      ORDER BY c.weight DESC LIMIT ${mostUsed}) AS c
    WHERE ${holdsAll} ORDER BY c.weight DESC LIMIT min(${mostOfUsed}, :limit * 10)`);
  const byKeys = query(
    `SELECT ${columns} FROM json_each(:keys) AS wanted JOIN contacts AS c ON c.key = wanted.value WHERE ${fits} LIMIT :limit`,
  );
  const byBeginning = query(`
    SELECT ${columns} FROM contacts AS c WHERE c.sort_key >= :from AND c.sort_key < :to AND ${fits}
    ORDER BY c.sort_key LIMIT :limit`);
  const byNumberPart = query(`
    SELECT ${columns} FROM contact_numbers AS n CROSS JOIN contacts AS c ON c.key = n.contact_key
    WHERE instr(n.significant, :part) > 0 AND ${fits} LIMIT :limit`);
  const byText = query(`
    SELECT ${columns} FROM contact_search AS f CROSS JOIN contacts AS c ON c.key = f.rowid
    WHERE contact_search MATCH :match AND ${holdsAll} AND ${fits} LIMIT :limit`);
  const looking = query(`
    SELECT ${columns} FROM (SELECT ${columns} FROM contacts AS c WHERE ${fits} ORDER BY c.key DESC LIMIT ${mostLookedThrough}) AS c
    WHERE ${holdsAll} LIMIT :limit`);
  const tagged = query(`
    SELECT ${columns} FROM contact_tags AS t CROSS JOIN contacts AS c ON c.key = t.contact_key
    WHERE t.tag = :tag AND ${fits} AND ${holdsAll} LIMIT min(${mostFiltered}, :limit * 1000)`);
  const marked = query(
    `SELECT ${columns} FROM contacts AS c WHERE c.favourite = 1 AND ${fits} AND ${holdsAll} LIMIT min(${mostFiltered}, :limit * 1000)`,
  );

  return {
    first(scope) {
      const found = new Map<number, Candidate>();
      for (const way of [favourites, recent, sorted]) {
        if (found.size >= scope.limit) break;
        for (const one of way(scope)) found.set(one.key, one);
      }
      return [...found.values()];
    },
    used: (scope, terms) => used(scope, termValues(terms)),
    byKeys: (scope, keys) => (keys.length === 0 ? [] : byKeys(scope, { keys: JSON.stringify(keys) })),
    byBeginning: (scope, from) => byBeginning(scope, { from, to: from + afterAll }),
    byNumberBeginning(scope, part) {
      const phrase = ` ${part}`;
      if (phrase.length < shortestPhrase) return [];
      return byText(scope, { match: `digits : ${quoted(phrase)}`, ...termValues([part]) });
    },
    byNumberPart: (scope, part) => byNumberPart(scope, { part }),
    byWords(scope, terms) {
      const phrases = terms.map((term) => ` ${term.trimStart()}`).filter((phrase) => phrase.length >= shortestPhrase);
      if (phrases.length === 0) return [];
      return byText(scope, { match: `name : (${phrases.map(quoted).join(' AND ')})`, ...termValues(terms) });
    },
    anywhere(scope, terms) {
      const phrases = terms
        .map((term) => (term.length < shortestPhrase ? ` ${term}` : term))
        .filter((phrase) => phrase.length >= shortestPhrase);
      if (phrases.length === 0) return [];
      return byText(scope, { match: phrases.map(quoted).join(' AND '), ...termValues(terms) });
    },
    looking: (scope, terms) => looking(scope, termValues(terms)),
    filtered: (scope, terms) => (scope.filter.tag === null ? marked : tagged)(scope, termValues(terms)),
  };
}

/** An empty text is in every other. */
function termValues(terms: readonly string[]): Record<string, string> {
  return Object.fromEntries(places.map((place, index) => [place, toColumnText(terms[index] ?? '')]));
}

function quoted(phrase: string): string {
  return `"${toColumnText(phrase).replaceAll('"', '""')}"`;
}
