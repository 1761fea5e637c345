import { inRoot, readJsonIfAny } from '../bootstrap/paths.mjs';

/**
 * The same as in test/bench/support/report.ts.
 *
 * @typedef {{ of: 'p50' | 'p95' | 'worst', atMost?: number, atLeast?: number, isRatio: boolean }} Goal
 * @typedef {{ what: string, unit: string, ours: number[], baseline: { name: string, values: number[] } | null, goals: Goal[] }} Figure
 */

/** Benchmarks in the order of the table, and how what they leave behind is read. */
export const benchmarks = [
  { name: 'start', read: plain },
  { name: 'start-full', read: plain },
  { name: 'idle', read: plain },
  { name: 'size', read: plain },
  { name: 'enter', read: plain },
  { name: 'events', read: plain },
  { name: 'quick-dial', read: lags('from hotkey to frame', 'blank window') },
  { name: 'typing-lag', read: lags('from key to frame', 'bare input') },
  { name: 'contact-search', read: contactSearch },
  { name: 'contact-import', read: contactImport },
  { name: 'history-search', read: historySearch },
];

export const fileOf = (/** @type {string} */ name) => inRoot('out', 'bench', `${name}.json`);

/**
 * @param {readonly string[]} names of benchmarks that were run
 * @returns {Figure[]}
 */
export function readFigures(names) {
  return benchmarks
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, read }) => {
      const left = readJsonIfAny(fileOf(name));
      return left ? read(left) : [];
    });
}

/** @param {{ figures: Figure[] }} left */
function plain({ figures }) {
  return figures;
}

/**
 * @param {string} title
 * @param {string} bare
 */
function lags(title, bare) {
  return (/** @type {{ what: string, lagsMs: number[], bareMs: number[] }[]} */ measured) =>
    measured.map(({ what, lagsMs, bareMs }) => figure(`${title}: ${what}`, 'ms', lagsMs, bare, bareMs));
}

/** @param {{ contacts: number, kinds: { what: string, lags: Record<string, number[]> }[] }[]} measured */
function contactSearch(measured) {
  return measured.flatMap(({ contacts, kinds }) => {
    const of = (/** @type {string} */ part) => kinds.flatMap(({ lags: all }) => all[part] ?? []);
    const title = `search among ${contacts.toLocaleString('en')} contacts, over IPC`;
    return [
      figure(title, 'ms', of('over IPC'), 'empty IPC request', of('empty IPC')),
      ...kinds.map(({ what, lags: all }) =>
        figure(`… ${what}`, 'ms', all['over IPC'] ?? [], 'empty IPC request', all['empty IPC'] ?? []),
      ),
    ];
  });
}

/** @param {{ figures: { what: string, ms: number, worstStallMs: number }[], bare: { ms: number } }} measured */
function contactImport({ figures, bare }) {
  return figures.flatMap(({ what, ms, worstStallMs }) => [
    what === 'import'
      ? figure('100,000 contacts: import', 's', [ms / 1000], 'rows inserted by SQLite alone', [bare.ms / 1000])
      : figure(`100,000 contacts: ${what}`, 's', [ms / 1000]),
    figure('… longest stall of the main thread', 'ms', [worstStallMs]),
  ]);
}

/**
 * @typedef {{ what: string, ipcMs: number[], pageMs: number[], paintedMs: number[], plainMs: number[], rawMs: number[] }} HistoryKind
 * @typedef {{ byKeys: number[], byWheel: number[] }} Frames
 * @param {{ plainFrames: Frames, measured: { calls: number, bytesPerCall: number, rawBytesPerCall: number, kinds: HistoryKind[], frames: Frames }[] }} report
 */
function historySearch({ plainFrames, measured }) {
  return measured.flatMap(({ calls, bytesPerCall, rawBytesPerCall, kinds, frames }) => {
    const of = (/** @type {'ipcMs' | 'pageMs' | 'paintedMs' | 'plainMs' | 'rawMs'} */ part) =>
      kinds.flatMap((kind) => kind[part]);
    const amount = `${calls.toLocaleString('en')} calls`;
    const within = (/** @type {number} */ ms) => [/** @type {Goal} */ ({ of: 'p95', atMost: ms, isRatio: false })];
    return [
      {
        ...figure(`a whole page of ${amount}, over IPC`, 'ms', of('pageMs'), 'raw SQLite', of('rawMs')),
        goals: within(10),
      },
      { ...figure('… one answer of those that make it', 'ms', of('ipcMs')), goals: within(10) },
      ...kinds.map(({ what, pageMs, rawMs }) => figure(`… ${what}`, 'ms', pageMs, 'raw SQLite', rawMs)),
      {
        ...figure(`a search of ${amount}, painted`, 'ms', of('paintedMs'), 'plain rows', of('plainMs')),
        goals: within(50),
      },
      figure(`frames by wheel, ${amount}`, 'ms', frames.byWheel, 'plain rows', plainFrames.byWheel),
      figure(`frames by PageDown, ${amount}`, 'ms', frames.byKeys, 'plain rows', plainFrames.byKeys),
      figure(`bytes a call in the file, ${amount}`, 'bytes', [bytesPerCall], 'raw SQLite', [rawBytesPerCall]),
    ];
  });
}

/**
 * @param {string} what
 * @param {string} unit
 * @param {number[]} ours
 * @param {string} [name]
 * @param {number[]} [values]
 * @returns {Figure}
 */
function figure(what, unit, ours, name, values) {
  return { what, unit, ours, baseline: name === undefined ? null : { name, values: values ?? [] }, goals: [] };
}
