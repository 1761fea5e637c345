import type { App } from 'electron';
import { type LinkScheme, linkSchemes } from '../../../shared/domain/link-schemes.ts';
import type { LinkOutcome, LinkProgram } from '../../../shared/ipc/links-contract.ts';
import {
  chooseDefault,
  desktopEntry,
  forgetDefault,
  isDesktopEntryInstalled,
  queryDefault,
} from './desktop-entries.ts';

export interface LinkChange {
  readonly outcome: LinkOutcome;
  /** How things are afterwards, as the system tells. */
  readonly programs: readonly LinkProgram[];
}

/** Which program opens links, and the wish to be it. Nothing is changed but on request. */
export interface LinkPrograms {
  read(): Promise<readonly LinkProgram[]>;
  register(scheme: LinkScheme): Promise<LinkChange>;
  remove(scheme: LinkScheme): Promise<LinkChange>;
  openSystemSettings(): Promise<void>;
}

type Registrar = Pick<
  App,
  | 'setAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'getApplicationNameForProtocol'
  | 'getName'
  | 'getAppPath'
  | 'isPackaged'
>;

export function createLinkPrograms(
  app: Registrar,
  platform: NodeJS.Platform,
  openSystemSettings: () => Promise<void>,
): LinkPrograms {
  // Behind a bare `--` nothing of a link can be a switch. Only Windows takes these; elsewhere the package says it.
  const command = [process.execPath, app.isPackaged ? ['--'] : [app.getAppPath(), '--']] as const;
  const named = (scheme: LinkScheme): LinkProgram => {
    const name = app.getApplicationNameForProtocol(`${scheme}://`);
    const claimed = app.isDefaultProtocolClient(scheme, command[0], [...command[1]]);
    // On Windows a claim is no more than that: what counts is the choice of the person.
    if (claimed && (platform === 'darwin' || name === '' || name === app.getName())) return ours(scheme);
    return name === '' ? { scheme, state: 'none', program: null } : { scheme, state: 'other', program: short(name) };
  };
  const readOne = (scheme: LinkScheme) => (platform === 'linux' ? readDesktop(app, scheme) : named(scheme));
  const read = () => Promise.all(linkSchemes.map(readOne));
  const changed = async (scheme: LinkScheme, wanted: boolean, otherwise: LinkOutcome): Promise<LinkChange> => {
    const programs = await read();
    const isOurs = programs.some((program) => program.scheme === scheme && program.state === 'ours');
    return { outcome: isOurs === wanted ? 'done' : otherwise, programs };
  };
  return {
    read,
    async register(scheme) {
      if (platform === 'linux' && !isDesktopEntryInstalled(desktopEntry)) {
        return { outcome: 'not-installed', programs: await read() };
      }
      // What it returns is not the whole truth anywhere: it is asked for afterwards.
      app.setAsDefaultProtocolClient(scheme, command[0], [...command[1]]);
      if (platform === 'linux' && (await readOne(scheme)).state !== 'ours') await chooseDefault(scheme, desktopEntry);
      return changed(scheme, true, platform === 'win32' ? 'choose-there' : 'refused');
    },
    async remove(scheme) {
      if (platform === 'linux') forgetDefault(scheme, desktopEntry);
      else app.removeAsDefaultProtocolClient(scheme, command[0], [...command[1]]);
      return changed(scheme, false, 'refused');
    },
    openSystemSettings,
  };
}

function ours(scheme: LinkScheme): LinkProgram {
  return { scheme, state: 'ours', program: null };
}

async function readDesktop(app: Registrar, scheme: LinkScheme): Promise<LinkProgram> {
  const entry = await queryDefault(scheme);
  if (entry === null) {
    return app.isDefaultProtocolClient(scheme) ? ours(scheme) : { scheme, state: 'unknown', program: null };
  }
  if (entry === desktopEntry) return ours(scheme);
  if (entry === '') return { scheme, state: 'none', program: null };
  return { scheme, state: 'other', program: short(entry.replace(/\.desktop$/, '')) };
}

function short(name: string): string {
  return name.slice(0, 256);
}
