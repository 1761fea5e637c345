/** What the index is asked for: groups of three characters, and how they are joined. */

export function quoted(group: string): string {
  return `"${group.replaceAll('"', '""')}"`;
}

export function anyOf(groups: readonly string[]): string {
  return groups.length === 1 ? quoted(groups[0] ?? '') : `(${groups.map(quoted).join(' OR ')})`;
}

export function both(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' AND ')})`;
}

/** The groups that a text of three characters and more is made of. The index does not know in which order they stand. */
export function groupsOf(text: string): readonly string[] {
  const characters = [...text];
  return [...new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')))];
}
