import { longestLink } from './link-text.ts';
import { looksLikeNumber, schemeOf } from './read-link.ts';

/** What another program handed over, not read yet. `call`: whoever typed the command wants it called at once. */
export type Arrival =
  | { readonly from: 'link'; readonly text: string }
  | { readonly from: 'command-line'; readonly text: string; readonly call: boolean };

/**
 * The one thing that a launch asks for: its first link, else its first number. Chromium puts switches in and changes their
 * order, so arguments are known by what they look like. Every other argument is passed over, and what stands behind a bare `--` is never
 * a switch: there a browser puts its link. A launch with a link never calls, whatever else stands in it: the link may have
 * brought it along.
 */
export function readArguments(argv: readonly string[]): Arrival | null {
  // The first is the program itself.
  const given = argv.slice(1).flatMap(asTwo);
  const link = given.find((argument) => schemeOf(argument) !== null);
  if (link !== undefined) return linkArrival(link);
  const number = given.find(looksLikeNumber);
  if (number === undefined) return null;
  const end = given.indexOf('--');
  const switches = end === -1 ? given : given.slice(0, end);
  return { from: 'command-line', text: number, call: switches.includes('--call') };
}

/** `--call=NUMBER` is `--call NUMBER`. */
function asTwo(argument: string, index: number, all: readonly string[]): readonly string[] {
  const value = all.slice(0, index).includes('--') ? '' : (/^--call=(.+)$/s.exec(argument)?.[1] ?? '');
  return looksLikeNumber(value) || schemeOf(value) !== null ? ['--call', value] : [argument];
}

/** No more of a link is kept than shows that it is too long. */
export function linkArrival(text: string): Arrival {
  return { from: 'link', text: text.trim().slice(0, longestLink + 1) };
}
