import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

export interface ModuleImport {
  /** A file such as `shared/result.ts`, or a package or built-in as it is written. */
  readonly target: string;
  /** Nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
  /** Names of values taken; `*` for all of them. */
  readonly values: readonly string[];
  /** Read while the program runs, when it is wanted. */
  readonly later?: true;
}

export interface SourceModule {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  readonly imports: readonly ModuleImport[];
  readonly hasDefaultExport: boolean;
  /** The text with comments blanked out. */
  readonly code: string;
}

const root = join(import.meta.dirname, '..', '..');

/** Every TypeScript module below these folders. */
export function readModules(folders: readonly string[]): readonly SourceModule[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => parseModule(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')));
}

export function parseModule(file: string, source: string): SourceModule {
  const { module, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    target: resolve(file, moduleRequest.value),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    values: entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name ?? '*'),
  }));
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    target: resolve(file, source.slice(start + 1, end - 1)),
    typeOnly: false,
    values: ['*'],
    later: true as const,
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType, importName }) =>
      moduleRequest === null
        ? []
        : [
            {
              target: resolve(file, moduleRequest.value),
              typeOnly: isType,
              values: isType ? [] : [importName.name ?? '*'],
            },
          ],
    ),
  );
  return {
    file,
    imports: [...imports, ...later, ...passedOn],
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
    ),
    code: comments.reduce(
      (text, { start, end }) => text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
      source,
    ),
  };
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

/** The files of a circle of imports that exist at run time, first one again at the end; null when there is none. */
export function findCycle(modules: readonly SourceModule[]): readonly string[] | null {
  const known = new Map(modules.map((module) => [module.file, module]));
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { target, typeOnly, later } of known.get(file)?.imports ?? []) {
      const cycle = typeOnly || later === true || !known.has(target) ? null : visit(target, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const { file } of modules) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
