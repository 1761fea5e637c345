/** Where a request goes. Everything that is not listed is unknown. */
export type Route =
  | { readonly kind: 'event'; readonly pathName: string | null; readonly query: string }
  | { readonly kind: 'trunk-api'; readonly query: string }
  | { readonly kind: 'health' };

/**
 * `path` itself is G4, `path/EventName` is Rest4. Slashes may repeat: people end the address they paste with one, and
 * the PBX adds its own. A target in absolute form (`GET http://...`) matches nothing, as it starts with no slash.
 */
export function toRoute(target: string, path: string): Route | null {
  const question = target.indexOf('?');
  const asked = question < 0 ? target : target.slice(0, question);
  const query = question < 0 ? '' : target.slice(question + 1);
  const base = path.replace(/\/+$/, '');
  if (!asked.startsWith('/') || !asked.startsWith(base)) return null;
  const rest = asked.slice(base.length);
  if (rest === '' || /^\/+$/.test(rest)) return { kind: 'event', pathName: null, query };
  const [, first = '', second] = /^\/+([A-Za-z0-9_-]{1,64})(?:\/+([A-Za-z0-9_-]{1,64}))?\/*$/.exec(rest) ?? [];
  const word = first.toLowerCase();
  // In the Rest form the dial-plan component's name follows.
  if (word === 'trunk-api') return { kind: 'trunk-api', query };
  if (first === '' || second !== undefined) return null;
  return word === 'health' ? { kind: 'health' } : { kind: 'event', pathName: first, query };
}
