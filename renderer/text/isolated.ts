/** Names, hosts, versions and keys are written from left to right, whatever stands around them. */
export function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
