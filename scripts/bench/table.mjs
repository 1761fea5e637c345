/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('./figures.mjs').Goal} Goal */

const heads = ['what', 'runs', 'median', 'p95', 'beside', 'median', 'p95', 'ratio', 'goal', ''];

/**
 * One row a figure; the goals say whether they were met.
 *
 * @param {readonly Figure[]} figures
 */
export function toRows(figures) {
  return [heads, ...figures.map(toRow)];
}

/** @param {Figure} figure */
function toRow({ what, unit, ours, baseline, goals }) {
  const besides = baseline === null || baseline.values.length === 0 ? null : baseline;
  return [
    what,
    String(ours.length),
    `${amount(share(ours, 0.5))} ${unit}`,
    amount(share(ours, 0.95)),
    besides?.name ?? '',
    besides === null ? '' : amount(share(besides.values, 0.5)),
    besides === null ? '' : amount(share(besides.values, 0.95)),
    besides === null ? '' : `x ${(share(ours, 0.5) / share(besides.values, 0.5)).toFixed(2)}`,
    goals.map(goalWords).join(', '),
    goals.map((goal) => (isMet(goal, ours, besides?.values ?? []) ? 'met' : 'missed')).join(', '),
  ];
}

/** @param {Goal} goal */
function goalWords({ of, atMost, atLeast, isRatio }) {
  const limit = atMost ?? atLeast ?? Number.NaN;
  return `${of} ${atMost === undefined ? '≥' : '≤'} ${isRatio ? `x ${limit}` : limit}`;
}

/**
 * @param {Goal} goal
 * @param {readonly number[]} ours
 * @param {readonly number[]} bare
 */
export function isMet({ of, atMost, atLeast, isRatio }, ours, bare) {
  const part = { p50: 0.5, p95: 0.95, worst: 1 }[of];
  const value = isRatio ? share(ours, part) / share(bare, part) : share(ours, part);
  return atMost === undefined ? value >= (atLeast ?? Number.NaN) : value <= atMost;
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
export function share(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {number} value */
function amount(value) {
  if (Number.isNaN(value)) return '';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 100 ? 1 : 0);
}

/** @param {readonly string[][]} rows */
export function toText(rows) {
  const widths = heads.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const leftBound = [0, 4, 8, 9];
  return rows
    .map((row) =>
      row
        .map((cell, index) =>
          leftBound.includes(index) ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {readonly string[][]} rows */
export function toMarkdown([head = [], ...rows]) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
