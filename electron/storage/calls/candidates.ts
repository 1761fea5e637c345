import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { callColumns, callReferences } from './call-row.ts';
import { workColumns } from './call-work-row.ts';
import { firstKeyAt, mostMoved } from './id-columns.ts';
import { ofContacts, valuesOfContacts } from './of-contacts.ts';
import type { SearchWay } from './plan-search.ts';
import type { SearchPace } from './search-pace.ts';

export interface CandidateRow {
  readonly key: number;
  readonly kind_key: number;
}

export interface CandidateScope {
  readonly filter: HistoryFilter;
  readonly way: SearchWay;
  /** Keys from here on. */
  readonly from: number;
  /** Keys before this one. */
  readonly below: number;
  readonly oldestFirst: boolean;
  readonly nowMs: number;
  /** Keys of the missed calls that nobody dealt with; null: nobody asks. */
  readonly unhandled: ReadonlySet<number> | null;
}

/** All calls up to this key were looked at, in the order of the keys; `row` is the one that has it, null: none that may fit. */
export interface CandidateStep {
  readonly key: number;
  readonly row: CandidateRow | null;
}

/** Calls that may fit, as the way of the search says. */
export interface Candidates {
  /** Read as they are asked for, a few more than are wanted at a time. Between steps not much work is done. */
  steps(scope: CandidateScope, wanted: number): Generator<CandidateStep, void, undefined>;
  /** Keys alone, where nothing has to be read to know that each of them fits; null: where it has. */
  keys(scope: CandidateScope, wanted: number): Generator<CandidateRow, void, undefined> | null;
  one(key: number): CandidateRow | null;
}

/** What there are few of is looked through; of more the index is asked first. */
const few = 1000;
const mostAtOnce = 1000;
/** So many calls are looked at without the index. */
const nearby = 400;
/** What hardly any call has is looked for among many more. */
const leastShare = 0.05;

interface Part {
  readonly scope: CandidateScope;
  readonly from: number;
  readonly below: number;
}

/** Where calls come from in their order, by `found.key`. */
const sources = {
  index: 'SELECT rowid AS key FROM call_search WHERE call_search MATCH :match AND rowid >= :from AND rowid < :below',
  all: 'SELECT key FROM calls WHERE key >= :from AND key < :below',
  awaiting: `SELECT call_key AS key FROM call_work
    WHERE awaits_outcome = 1 AND call_key >= :from AND call_key < :below`,
  due: `SELECT call_key AS key FROM call_work INDEXED BY call_work_due
    WHERE follow_up_at_ms <= :nowMs AND follow_up_at_ms IS NOT NULL AND follow_up_done_at_ms IS NULL
      AND call_key >= :from AND call_key < :below`,
  unhandled: 'SELECT value AS key FROM json_each(:unhandled) WHERE value >= :from AND value < :below',
  worked: 'SELECT call_key AS key FROM call_work WHERE call_key >= :from AND call_key < :below',
} as const;
type Source = keyof typeof sources;

const latestMs = 2 ** 47;

export function createCandidates(connection: Connection, { atOnce }: SearchPace): Candidates {
  const statements = new Map<string, ReturnType<Connection['prepare']>>();
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const isFew = (source: Source, values: Values) => {
    const { count } = prepared(`SELECT count(*) AS count FROM (${sources[source]} LIMIT ${few + 1})`).get(
      of(values, sources[source]),
    ) as { count: number };
    return count <= few;
  };
  const sourceOf = ({ filter, way }: CandidateScope, values: Values): Source => {
    const special: readonly Source[] = [
      ...(filter.due ? (['due'] as const) : []),
      ...(filter.awaitsOutcome ? (['awaiting'] as const) : []),
      ...(filter.unhandled ? (['unhandled'] as const) : []),
      ...(filter.tag === undefined || way.match !== null ? [] : (['worked'] as const)),
    ];
    const [first] = special;
    const usual = way.match !== null ? 'index' : 'all';
    if (first === undefined) return usual;
    return special.find((source) => isFew(source, values)) ?? (usual === 'index' ? usual : first);
  };
  const query = (scope: CandidateScope, columns: string, references: string, chosen: Source | null = null) => {
    const values = valuesOf(scope);
    const source = chosen ?? sourceOf(scope, values);
    const sql = `
      SELECT ${columns} FROM ${source === 'all' ? 'calls' : `(${sources[source]}) AS found CROSS JOIN calls ON calls.key = found.key`} ${references}
      LEFT JOIN call_work ON call_work.call_key = calls.key
      WHERE ${conditionsOf(scope, source).join(' AND ')}
      ORDER BY ${source === 'all' ? 'calls' : 'found'}.key ${scope.oldestFirst ? 'ASC' : 'DESC'} LIMIT :limit`;
    return { source, statement: prepared(sql), values: (more: Values) => of({ ...values, ...more }, sql) };
  };
  function* read({ statement, values }: ReturnType<typeof query>, oldestFirst: boolean, wanted: number) {
    let limit = wanted + 10;
    let next: Values = {};
    for (;;) {
      const rows = statement.all(values({ ...next, limit })) as readonly CandidateRow[];
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit) return;
      next = oldestFirst ? { from: last.key + 1 } : { below: last.key };
      limit = Math.min(mostAtOnce, limit * 2);
    }
  }
  /** The key behind the next so many calls, on the side that is looked at; null: there are no more. */
  const edgeBehind = (calls: number, { scope, from, below }: Part): number | null => {
    const order = scope.oldestFirst ? 'ASC' : 'DESC';
    const sql = `SELECT id FROM call_search_docsize WHERE id >= ? AND id < ? ORDER BY id ${order} LIMIT 1 OFFSET ?`;
    return (prepared(sql).get(from, below, calls) as { id: number } | undefined)?.id ?? null;
  };
  /** A part at the side where the search begins, and the rest. */
  const cut = ({ scope, from, below }: Part, edge: number): readonly [Part, Part] =>
    scope.oldestFirst
      ? [
          { scope, from, below: edge },
          { scope, from: edge, below },
        ]
      : [
          { scope, from: edge, below },
          { scope, from, below: edge },
        ];
  function* steps(scope: CandidateScope, wanted: number): Generator<CandidateStep, void, undefined> {
    const columns = `${callColumns}, calls.kind_key, ${workColumns}`;
    const { from, below } = boundsOf(scope);
    let rest: Part = { scope, from, below };
    const rowsOf = function* (part: Part, chosen: Source | null = null) {
      const asked = query({ ...scope, from: part.from, below: part.below }, columns, callReferences, chosen);
      // Asking of each call whose it is goes on where it stopped: then no more are asked than there is time for.
      const first = scope.way.named?.by === 'texts' ? Math.min(wanted, 10) : wanted;
      for (const row of read(asked, scope.oldestFirst, first)) yield { key: row.key, row };
    };
    const isInside = scope.oldestFirst ? from !== firstKeyAt(-latestMs) : below !== firstKeyAt(latestMs) + mostMoved;
    if (isInside && scope.way.isCommon && scope.way.match !== null) {
      // The index has to pass over all that is newer, or older: what many calls have is near that place anyway.
      const edge = edgeBehind(nearby, rest);
      if (edge !== null) {
        const [near, others] = cut(rest, edge);
        yield* rowsOf(near, 'all');
        rest = others;
      }
    }
    const source = sourceOf(scope, valuesOf(scope));
    for (let calls = callsAtOnce(atOnce, scope, source); calls !== null; ) {
      const edge = edgeBehind(calls, rest);
      if (edge === null) break;
      const [next, others] = cut(rest, edge);
      yield* rowsOf(next, source);
      // Beside the keys, which are whole numbers.
      yield { key: edge - 0.5, row: null };
      rest = others;
    }
    yield* rowsOf(rest, source);
  }
  return {
    steps,
    keys(scope, wanted) {
      const { text, party, tag, queue, recorded } = scope.filter;
      const found = query(scope, 'calls.key', '');
      const byIndexAlone = queue !== undefined || recorded !== undefined;
      if (text !== undefined || party !== undefined || tag !== undefined || (byIndexAlone && found.source !== 'index'))
        return null;
      return read(found, scope.oldestFirst, wanted);
    },
    one: (key) =>
      (prepared(`SELECT ${callColumns}, calls.kind_key, ${workColumns} FROM calls ${callReferences}
        LEFT JOIN call_work ON call_work.call_key = calls.key WHERE calls.key = ?`).get(key) as
        | CandidateRow
        | undefined) ?? null,
  };
}

/** Null: what is asked for is found without a look at others. */
function callsAtOnce(atOnce: SearchPace['atOnce'], { way }: CandidateScope, source: Source): number | null {
  const sort = way.named === null || way.named.by === 'parties' ? null : way.named.by;
  if (source === 'index') return sort === null ? null : Math.round(atOnce.found / Math.max(way.share, leastShare));
  if (source !== 'all') return null;
  return sort === null ? (way.kinds === null ? null : atOnce.kinds) : atOnce[sort];
}

type Values = Readonly<Record<string, string | number | null>>;

function boundsOf({ filter, from, below }: CandidateScope): { readonly from: number; readonly below: number } {
  const { fromMs = -latestMs, toMs = latestMs } = filter;
  return { from: Math.max(from, firstKeyAt(fromMs)), below: Math.min(below, firstKeyAt(toMs) + mostMoved) };
}

function valuesOf(scope: CandidateScope): Values {
  const { filter, way, nowMs, unhandled } = scope;
  const { fromMs = -latestMs, toMs = latestMs } = filter;
  return {
    ...boundsOf(scope),
    match: way.match,
    ...valuesOfContacts(way.named),
    nowMs,
    fromMs,
    toMs,
    kinds: JSON.stringify(way.kinds),
    unhandled: JSON.stringify(unhandled === null ? [] : [...unhandled]),
    trunk: filter.trunk === undefined ? null : toColumnText(filter.trunk),
    outcome: filter.outcome === undefined ? null : toColumnText(filter.outcome),
  };
}

/** What is cheap to tell of a row before it is read. */
function conditionsOf({ filter, way }: CandidateScope, source: Source): readonly string[] {
  return [
    ...(source === 'all' ? ['calls.key >= :from AND calls.key < :below'] : ['true']),
    ...(way.kinds === null || (way.kindsByIndex && source === 'index')
      ? []
      : ['calls.kind_key IN (SELECT value FROM json_each(:kinds))']),
    ...(way.named === null ? [] : [ofContacts(way.named)]),
    ...(filter.fromMs === undefined ? [] : ['calls.started_at_ms >= :fromMs']),
    ...(filter.toMs === undefined ? [] : ['calls.started_at_ms < :toMs']),
    ...(filter.outcome === undefined ? [] : ['call_work.outcome = :outcome']),
    ...(filter.awaitsOutcome ? ['call_work.awaits_outcome = 1'] : []),
    ...(filter.noted ? ["call_work.note <> ''"] : []),
    ...(filter.due ? ['call_work.follow_up_at_ms <= :nowMs AND call_work.follow_up_done_at_ms IS NULL'] : []),
    ...(filter.unhandled ? ['calls.key IN (SELECT value FROM json_each(:unhandled))'] : []),
    ...(filter.trunk === undefined ? [] : ['calls.trunk_key = (SELECT key FROM call_words WHERE word = :trunk)']),
  ];
}

/** Only what the statement asks for: a name that it does not know would be refused. */
function of(values: Values, sql: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`:${name}\\b`).test(sql)));
}
