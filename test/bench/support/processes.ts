import { readdirSync, readFileSync } from 'node:fs';

/** A program with all processes it has started: Chromium's own ones as well, which its zygotes start. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? readIfAny(`/proc/${pid}/stat`) : null;
    // Its name stands in brackets and may hold anything.
    if (stat !== null) parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(belongs);
}

/** Memory of a program: of a page that several processes share each has its share of it. */
export function sharedMemoryMb(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + field(pid, 'smaps_rollup', /^Pss:\s+(\d+) kB/m) / 1024, 0);
}

export interface Work {
  readonly cpuMs: number;
  /** How often a thread gave up the processor by itself: it had nothing to do, and was woken for something later. */
  readonly sleeps: number;
}

/** What all threads of a program have done since they began. */
export function workOf(root: number): Work {
  let cpuMs = 0;
  let sleeps = 0;
  for (const pid of processTree(root)) {
    for (const thread of listIfAny(`/proc/${pid}/task`)) {
      const [worked = 0] = (readIfAny(`/proc/${pid}/task/${thread}/schedstat`) ?? '').split(' ').map(Number);
      cpuMs += worked / 1e6;
      sleeps += field(pid, `task/${thread}/status`, /^voluntary_ctxt_switches:\s+(\d+)/m);
    }
  }
  return { cpuMs, sleeps };
}

function field(pid: number, file: string, pattern: RegExp): number {
  return Number(pattern.exec(readIfAny(`/proc/${pid}/${file}`) ?? '')?.[1] ?? 0);
}

/** Processes end while they are looked at. */
function readIfAny(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function listIfAny(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
