import { countField, type JsonObject, objectField, textField } from './json-fields.ts';

export interface Pagination {
  readonly start: number;
  readonly count: number;
  /** Field name to 1 (rising) or -1 (falling). */
  readonly sorting: Readonly<Record<string, 1 | -1>>;
}

export interface Page<Row> {
  readonly pagination: Pagination & { readonly total: number };
  readonly rows: readonly Row[];
}

export function readPagination(body: JsonObject, defaultSorting: Pagination['sorting']): Pagination {
  const sent = objectField(body, 'pagination');
  const sortingSent = objectField(sent, 'sorting');
  const names = Object.keys(sortingSent);
  const sorting = Object.fromEntries(
    names.map((name) => [name, textField(sortingSent, name).startsWith('-') ? -1 : 1] as const),
  );
  return {
    start: countField(sent, 'start', 0),
    count: countField(sent, 'count', 20),
    sorting: names.length === 0 ? defaultSorting : sorting,
  };
}

/** Sorts and cuts; `sortKey` tells what a row is sorted by under a field name. */
export function toPage<Row>(
  rows: readonly Row[],
  pagination: Pagination,
  sortKey: (row: Row, field: string) => string | number,
): Page<Row> {
  const sorted = [...rows].sort((left, right) => {
    for (const [field, direction] of Object.entries(pagination.sorting)) {
      const order = compare(sortKey(left, field), sortKey(right, field)) * direction;
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  });
  return {
    pagination: { ...pagination, total: rows.length },
    rows: sorted.slice(pagination.start, pagination.start + pagination.count),
  };
}

function compare(left: string | number, right: string | number): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
