import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { callColumns, callReferences } from './call-row.ts';
import { workColumns } from './call-work-row.ts';
import { firstKeyAt } from './id-columns.ts';
import type { SearchPlan } from './plan-search.ts';

export interface CandidateRow {
  readonly key: number;
  readonly kind_key: number;
}

export interface CandidateScope {
  readonly filter: HistoryFilter;
  readonly plan: SearchPlan;
  readonly below: number;
  readonly nowMs: number;
  /** Keys of the missed calls that nobody dealt with; null: nobody asks. */
  readonly unhandled: ReadonlySet<number> | null;
}

/** Calls that may fit, as the plan says, the newest first. */
export interface Candidates {
  /** Read as they are asked for, a few more than are wanted at a time. */
  rows(scope: CandidateScope, wanted: number): Generator<CandidateRow, void, undefined>;
  /** Null: not without reading each of them. */
  count(scope: CandidateScope, most: number): number | null;
  one(key: number): CandidateRow | null;
}

/** What there are few of is looked through; of more the index is asked first. */
const few = 1000;
const mostAtOnce = 1000;

/** Where the newest calls come first from, by `found.key`. */
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
/** A key may stand behind its moment where many calls began at once. */
const mostMoved = 100_000;

export function createCandidates(connection: Connection): Candidates {
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
  const sourceOf = ({ filter, plan }: CandidateScope, values: Values): Source => {
    const special: readonly Source[] = [
      ...(filter.due ? (['due'] as const) : []),
      ...(filter.awaitsOutcome ? (['awaiting'] as const) : []),
      ...(filter.unhandled ? (['unhandled'] as const) : []),
      ...(filter.tag === undefined || plan.match !== null ? [] : (['worked'] as const)),
    ];
    const [first] = special;
    if (first === undefined) return plan.match === null ? 'all' : 'index';
    if (plan.match === null) return special.find((source) => isFew(source, values)) ?? first;
    return special.find((source) => isFew(source, values)) ?? 'index';
  };
  const query = (scope: CandidateScope, columns: string, references: string) => {
    const values = valuesOf(scope);
    const source = sourceOf(scope, values);
    const sql = `
      SELECT ${columns} FROM (${sources[source]}) AS found CROSS JOIN calls ON calls.key = found.key ${references}
      LEFT JOIN call_work ON call_work.call_key = calls.key
      WHERE ${conditionsOf(scope, source).join(' AND ')} ORDER BY found.key DESC LIMIT :limit`;
    return { source, statement: prepared(sql), values: (more: Values) => of({ ...values, ...more }, sql) };
  };
  return {
    *rows(scope, wanted) {
      const { statement, values } = query(scope, `${callColumns}, calls.kind_key, ${workColumns}`, callReferences);
      let limit = Math.min(mostAtOnce, wanted + 10);
      let below: number | null = null;
      for (;;) {
        const rows = statement.all(values(below === null ? { limit } : { below, limit })) as readonly CandidateRow[];
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined || rows.length < limit) return;
        below = last.key;
        limit = Math.min(mostAtOnce, limit * 4);
      }
    },
    count(scope, most) {
      const { queue, recorded, text, tag } = scope.filter;
      const { source, statement, values } = query(scope, 'calls.key', '');
      const byIndexAlone = queue !== undefined || recorded !== undefined;
      if (text !== undefined || tag !== undefined || (byIndexAlone && source !== 'index')) return null;
      return statement.all(values({ limit: most })).length;
    },
    one: (key) =>
      (prepared(`SELECT ${callColumns}, calls.kind_key, ${workColumns} FROM calls ${callReferences}
        LEFT JOIN call_work ON call_work.call_key = calls.key WHERE calls.key = ?`).get(key) as
        | CandidateRow
        | undefined) ?? null,
  };
}

type Values = Readonly<Record<string, string | number | null>>;

function valuesOf({ filter, plan, below, nowMs, unhandled }: CandidateScope): Values {
  const { fromMs = -latestMs, toMs = latestMs } = filter;
  return {
    match: plan.match,
    from: firstKeyAt(fromMs),
    below: Math.min(below, firstKeyAt(toMs) + mostMoved),
    nowMs,
    fromMs,
    toMs,
    kinds: JSON.stringify(plan.kinds),
    unhandled: JSON.stringify(unhandled === null ? [] : [...unhandled]),
    trunk: filter.trunk === undefined ? null : toColumnText(filter.trunk),
    outcome: filter.outcome === undefined ? null : toColumnText(filter.outcome),
  };
}

/** What is cheap to tell of a row before it is read. */
function conditionsOf({ filter, plan }: CandidateScope, source: Source): readonly string[] {
  return [
    'true',
    ...(plan.kinds === null || (plan.kindsByIndex && source === 'index')
      ? []
      : ['calls.kind_key IN (SELECT value FROM json_each(:kinds))']),
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
