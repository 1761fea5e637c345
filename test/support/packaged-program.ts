import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

const root = join(import.meta.dirname, '..', '..');

export interface PackagedProgram {
  readonly executable: string;
  /** The archive with everything of the program. */
  readonly archive: string;
}

/** Packs the program as it would be handed out, unpacked as an installer would leave it. */
export function packProgram(): PackagedProgram {
  return programIn(run('dir'));
}

/** What a `.deb` is told to hold beside the program. */
export interface DebContents {
  readonly dependsOn: readonly string[];
  readonly entry: { readonly path: string; readonly text: string };
}

/** The program, and what a `.deb` of it would hold. */
export function packDeb(): { readonly program: PackagedProgram; readonly deb: DebContents } {
  const file = run('deb', { CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm-stand-in.mjs') });
  const { args, entry } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as { args: string[] } & DebContents;
  return {
    program: programIn(join(dirname(file), 'linux-unpacked')),
    deb: { dependsOn: args.filter((_, at) => args[at - 1] === '-d'), entry },
  };
}

const programIn = (folder: string): PackagedProgram => ({
  executable: join(folder, 'dialdesk'),
  archive: join(folder, 'resources', 'app.asar'),
});

/** Says where what it made is. */
function run(target: 'dir' | 'deb', env: NodeJS.ProcessEnv = {}): string {
  const said = execFileSync(process.execPath, [join(root, 'scripts', 'package.mjs'), target], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return said.trim().split('\n').at(-1) ?? '';
}

/** The major version of the Electron in it. */
export function electronOf({ executable }: PackagedProgram): number {
  return Number.parseInt(readFileSync(join(dirname(executable), 'version'), 'utf8').replace(/^v/, ''), 10);
}

/** By name, as the binary has them; what it does not have is not in it. */
export async function fusesOf(executable: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(executable);
  const names = Object.entries(FuseV1Options).filter(
    (entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(
    names.flatMap(([name, option]) => {
      const state = Number(wire[option]);
      return Number.isNaN(state) ? [] : [[name, state === '1'.charCodeAt(0)]];
    }),
  );
}

/** A twin of the binary, beside it, that lets itself be driven; in nothing else it differs from what is handed out. */
export async function drivenTwin(executable: string): Promise<string> {
  const twin = `${executable}-driven`;
  copyFileSync(executable, twin);
  await flipFuses(twin, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return twin;
}

/** What is in the folder of the archive, the archive included. */
export function filesBeside(archive: string): string[] {
  const folder = dirname(archive);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** What an archive holds, as the program sees it: the same Electron as Node reads it. */
export function filesInArchive(archive: string): string[] {
  const electron = process.env['DIALDESK_ELECTRON'] ?? '';
  const walk = `
    const { readdirSync } = require('node:fs');
    const { join } = require('node:path');
    const list = (folder, name) => readdirSync(join(folder, name), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? list(folder, join(name, entry.name)) : [join(name, entry.name)]);
    process.stdout.write(JSON.stringify(list(process.argv[1], '')));`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const files: unknown = JSON.parse(execFileSync(electron, ['-e', walk, archive], { env, encoding: 'utf8' }));
  return Array.isArray(files) ? files.map(String).sort() : [];
}
