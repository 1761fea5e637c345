export interface KeptFile {
  readonly name: string;
  readonly bytes: number;
  readonly usedAtMs: number;
}

/** Which of them go so that the others fit: those that were used longest ago, and never the one of that name. */
export function leastUsed(files: readonly KeptFile[], limitBytes: number, newest: string | null): readonly string[] {
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const gone: string[] = [];
  for (const file of [...files].sort((one, other) => one.usedAtMs - other.usedAtMs)) {
    if (bytes <= limitBytes) break;
    if (file.name === newest) continue;
    bytes -= file.bytes;
    gone.push(file.name);
  }
  return gone;
}
