import { holds, PatternFault, type PatternTree, type SymbolSet } from './pattern-tree.ts';

/** Bounds the work for one number: it is never more than this times the number's length. */
const mostStates = 512;

/** A state that takes a symbol and goes on to `next`, or takes none and goes on to each of `to`. */
type State =
  | { readonly takes: SymbolSet; readonly next: number }
  | { readonly takes: null; readonly to: readonly number[] };

/**
 * Makes a test of a pattern. All states that a part of the number can lead to are followed at once, so a number costs its length times
 * the size of the pattern, whatever the pattern. The engine's own expressions go back and try again: `(\d+)+#` would hold the window, and
 * the main process with its listener, for minutes over one long number, and rules come from files that others wrote.
 */
export function createMatcher(tree: PatternTree): (digits: string) => boolean {
  if (countStates(tree) > mostStates) throw new PatternFault('too-complex', 0, '');
  const states: State[] = [];
  const add = (state: State) => states.push(state) - 1;
  const end = add({ takes: null, to: [] });

  /** Builds from the end to the beginning: returns the state at which the part begins, `next` being what follows it. */
  const build = (node: PatternTree, next: number): number => {
    switch (node.kind) {
      case 'one-of':
        return add({ takes: node.set, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next);
      case 'choice':
        return add({ takes: null, to: node.parts.map((part) => build(part, next)) });
      case 'repeat': {
        let after = node.most === null ? loop(node.part, next) : next;
        for (let more = node.least; more < (node.most ?? node.least); more += 1) {
          after = add({ takes: null, to: [build(node.part, after), next] });
        }
        for (let more = 0; more < node.least; more += 1) after = build(node.part, after);
        return after;
      }
    }
  };
  const loop = (part: PatternTree, next: number): number => {
    const again = states.length;
    states.push({ takes: null, to: [next] });
    const begin = build(part, again);
    states[again] = { takes: null, to: [begin, next] };
    return again;
  };
  const start = build(tree, end);

  return (digits) => {
    let current = reach(states, [start]);
    for (const symbol of digits) {
      const stepped: number[] = [];
      for (const index of current) {
        const state = states[index];
        if (state !== undefined && state.takes !== null && holds(state.takes, symbol)) stepped.push(state.next);
      }
      if (stepped.length === 0) return false;
      current = reach(states, stepped);
    }
    return current.has(end);
  };
}

/** These states and all that they lead to without a symbol. */
function reach(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from);
  for (const index of reached) {
    const state = states[index];
    if (state !== undefined && state.takes === null) for (const next of state.to) reached.add(next);
  }
  return reached;
}

/** Counted before anything is built: a few characters can ask for millions. */
function countStates(node: PatternTree): number {
  switch (node.kind) {
    case 'one-of':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + countStates(part), 0);
    case 'choice':
      return node.parts.reduce((sum, part) => sum + countStates(part), 1);
    case 'repeat':
      return (countStates(node.part) + 1) * Math.max(node.most ?? node.least + 1, 1);
  }
}
