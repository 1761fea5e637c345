type Name = string | false | null | undefined;

/**
 * Binds a CSS module, so that a name stands for its class and a condition can leave it out. A name that the
 * module lacks yields nothing; a test compares every name with its module.
 */
export function bindClasses(module: Readonly<Record<string, string>>): (...names: readonly Name[]) => string {
  return (...names) =>
    names
      .flatMap((name) => (name === false || name === null || name === undefined ? [] : (module[name] ?? [])))
      .join(' ');
}
