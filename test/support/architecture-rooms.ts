import type { SourceModule } from './module-graph.ts';

/**
 * Who may know whom. A room may always import from itself; the most specific room counts. Places end in `/` for all that is
 * below them, `node:` stands for every built-in.
 */
export interface Room {
  readonly room: string;
  /** What may be imported so that it is there at run time. */
  readonly values: readonly string[];
  /** What may be imported as types, besides. */
  readonly types: readonly string[];
}

const result = 'shared/result.ts';
const ports = 'electron/calls/ports.ts';
const words = 'electron/simotel-words/';
const log = 'electron/logging/log.ts';
const ownThread = 'electron/own-thread.ts';
const pageLibraries = [
  '@internationalized/date',
  '@tanstack/react-virtual',
  'i18next',
  'lucide-react',
  'react',
  'react-aria-components',
  'react-dom',
  'react-dom/client',
  'react-i18next',
  'uplot',
  'zustand',
];
const pageKnows = [
  'shared/commands/',
  'shared/domain/',
  'shared/hotkeys/',
  'shared/language.ts',
  'shared/tabs.ts',
  'shared/settings/defaults.ts',
  'shared/settings/profiles.ts',
  'shared/settings/zoom-percents.ts',
  result,
  ...pageLibraries,
];

export const rooms: readonly Room[] = [
  // Plain functions and plain data.
  { room: 'shared/', values: [], types: ['shared/domain/dial-findings.ts'] },
  { room: 'shared/domain/', values: [result, 'shared/assert-never.ts'], types: ['shared/errors.ts'] },
  // What is kept and asked for has its schema beside it.
  { room: 'shared/domain/history/', values: ['shared/domain/', 'zod'], types: [] },
  { room: 'shared/domain/after-call/', values: ['shared/domain/', 'zod'], types: [] },
  { room: 'shared/domain/missed/', values: ['shared/domain/', 'zod'], types: [] },
  {
    room: 'shared/settings/',
    values: [
      'shared/domain/after-call/',
      'shared/domain/destination.ts',
      'shared/domain/dial-rules/',
      'shared/domain/screen-pop/',
      'shared/hotkeys/',
      'zod',
    ],
    types: ['zod'],
  },
  // What may be a hotkey, for the window, the settings and the system alike.
  { room: 'shared/hotkeys/', values: [], types: [] },
  { room: 'shared/commands/', values: ['shared/tabs.ts'], types: [] },
  // Words that both the window and the main process show.
  { room: 'shared/words/', values: [], types: ['shared/commands/', 'shared/domain/'] },
  {
    room: 'shared/ipc/',
    values: ['shared/commands/', 'shared/domain/', 'shared/hotkeys/', 'shared/settings/', 'shared/tabs.ts', 'zod'],
    types: ['shared/errors.ts'],
  },
  // Use cases: the domain and ports.
  {
    room: 'electron/calls/',
    values: ['shared/domain/', 'shared/assert-never.ts', result, 'node:crypto'],
    types: ['shared/'],
  },
  // What agents add to calls, over a port of its own.
  { room: 'electron/after-call/', values: ['shared/domain/', result, ports], types: ['shared/'] },
  // Adapters: never each other. What two of them need to know of the vendor's words is a room of its own.
  { room: words, values: ['shared/domain/', '@internationalized/date'], types: ['shared/'] },
  {
    room: 'electron/pbx/',
    // What a PBX says is shown to people without the secrets that the log goes without, in one list of forms.
    values: ['shared/domain/', result, words, 'electron/logging/secret-forms.ts', '@internationalized/date', 'node:'],
    types: ['shared/', ports, 'electron/directory/pbx/ports.ts', 'electron/recordings/ports.ts', 'node:'],
  },
  {
    room: 'electron/call-events/',
    values: [result, words, 'node:'],
    types: ['shared/', ports, 'node:'],
  },
  {
    room: 'electron/storage/',
    // The ports for the list of an event's states, which the database holds as text and reads back.
    values: [
      'shared/',
      ports,
      'zod',
      '@photostructure/sqlite',
      'electron',
      'electron-store',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:timers/promises',
      'node:util',
      // Copies and checks of the whole database are made apart.
      ownThread,
      'node:zlib',
    ],
    types: [
      log,
      'electron/directory/pbx/ports.ts',
      'electron/directory/exchange/contact-store.ts',
      'electron/history-backfill/ports.ts',
      'electron/after-call/',
    ],
  },
  // Asks the X server of the desktop, and nothing else; how a talk with it begins is the same as for the ground of windows.
  { room: 'electron/selected-text/', values: ['electron/shell/x-server.ts', 'node:net'], types: [] },
  // How files are written whole or not at all, and tables safe for spreadsheets.
  {
    room: 'electron/files/',
    values: ['shared/domain/', 'node:crypto', 'node:fs/promises', 'node:path'],
    types: [],
  },
  // Reads what the build wrote down of the packages in it.
  { room: 'electron/notices/', values: ['shared/ipc/notices-contract.ts', 'node:fs/promises', 'zod'], types: [] },
  // Counts calls time by time.
  {
    room: 'electron/history-numbers/',
    values: ['shared/domain/', 'electron/files/'],
    types: ['shared/', 'electron/storage/calls/call-numbers.ts'],
  },
  // Writes files of calls, which others read for it.
  {
    room: 'electron/history-export/',
    values: ['shared/domain/', 'shared/words/', result, 'electron/files/', '@internationalized/date', 'node:path'],
    types: ['shared/'],
  },
  // Reads and writes files of contacts; what it makes of them others keep.
  {
    room: 'electron/directory/exchange/',
    values: [
      'shared/domain/',
      result,
      'electron/files/',
      'node:crypto',
      'node:fs/promises',
      'node:path',
      ownThread,
      'papaparse',
    ],
    types: ['shared/', ports, 'node:worker_threads'],
  },
  // Keeps a copy of the PBX's directory, over ports.
  { room: 'electron/directory/pbx/', values: ['shared/domain/'], types: ['shared/'] },
  // Recordings of calls: fetched over a port, kept in files, served to the player of the page.
  {
    room: 'electron/recordings/',
    values: [
      'shared/domain/',
      result,
      'electron/files/',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:stream',
    ],
    types: ['shared/'],
  },
  // Fetches what was not heard, over ports, by the ways in which calls are kept.
  {
    room: 'electron/history-backfill/',
    values: ['shared/domain/', result, ports, 'electron/calls/choose-report-record.ts'],
    types: ['shared/', 'electron/calls/'],
  },
  {
    room: 'electron/logging/',
    values: ['electron', 'electron-log/main', 'node:path', 'shared/domain/digits.ts'],
    types: [],
  },
  // Asks the other parts how they fare, and reads the log; changes nothing.
  {
    room: 'electron/diagnostics/',
    values: ['shared/domain/', 'shared/hotkeys/', 'shared/ipc/', 'electron/files/', 'node:fs/promises', 'node:path'],
    types: ['shared/', ports, 'electron/desk/'],
  },
  // Newer versions: electron-updater, and what it gets to see of a feed; whatever it asks for comes by the one way to the network.
  {
    room: 'electron/updates/',
    values: [
      'electron/pbx/guarded-fetch.ts',
      'electron-updater',
      'electron-updater/out/providers/Provider.js',
      'zod',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
    ],
    types: ['shared/', 'electron/pbx/'],
  },
  {
    room: 'electron/provisioning/',
    // A secret goes to the PBX that it came with: whether two addresses are one is known there.
    values: [
      result,
      'shared/settings/',
      'shared/hotkeys/',
      'shared/domain/screen-pop/',
      'electron/pbx/certificate-text.ts',
      'electron/pbx/pbx-origin.ts',
      'node:fs',
      'node:os',
      'node:path',
    ],
    types: [
      'shared/',
      log,
      'electron/desk/kept-elsewhere.ts',
      'electron/desk/settings-changes.ts',
      'electron/storage/credential-vault.ts',
      'electron/storage/settings-store.ts',
    ],
  },
  // Could be lifted out of the program: it is a PBX, and what tests talk to.
  { room: 'electron/demo-pbx/', values: ['node:'], types: ['node:'] },
  {
    room: 'electron/shell/',
    values: [
      'electron',
      'node:',
      result,
      'shared/commands/',
      'shared/hotkeys/',
      'shared/language.ts',
      'shared/words/',
      // How numbers and names are written, also in the tray.
      'shared/domain/destination.ts',
      'shared/domain/group-for-reading.ts',
      'shared/domain/digits.ts',
      'shared/domain/neutral-text.ts',
      'shared/domain/missed/most-missed.ts',
      'shared/domain/link-schemes.ts',
      'electron/links/read-arguments.ts',
      result,
      'electron/logging/log-bug.ts',
    ],
    types: [
      'shared/errors.ts',
      'shared/ipc/',
      'shared/settings/',
      'shared/tabs.ts',
      'electron/desk/notification-decision.ts',
      'electron/desk/notification-model.ts',
      'electron/desk/tray-model.ts',
      'electron',
    ],
  },
  // Keeps adapters in line with the settings. It gets them handed in, so types are enough; of their code it uses the demo PBX,
  // which comes and goes with the mode, and how an address is read, which is a plain function.
  {
    room: 'electron/desk/',
    values: [
      result,
      ports,
      // Plain data: the demo is set up like a new installation.
      'shared/settings/defaults.ts',
      'shared/settings/managed.ts',
      'shared/settings/managed-record.ts',
      'shared/settings/profiles.ts',
      'shared/domain/',
      'shared/assert-never.ts',
      'shared/domain/screen-pop/',
      'shared/hotkeys/',
      'electron/demo-pbx/demo-pbx.ts',
      'electron/pbx/pbx-address.ts',
      'electron/pbx/pbx-origin.ts',
      'node:crypto',
      'node:dgram',
      'node:dns/promises',
      'node:os',
    ],
    types: [
      'shared/',
      'electron/after-call/ports.ts',
      'electron/calls/',
      'electron/call-events/',
      'electron/directory/pbx/ports.ts',
      'electron/recordings/ports.ts',
      'electron/history-backfill/ports.ts',
      'electron/storage/',
    ],
  },
  {
    room: 'electron/ipc/',
    values: [
      'shared/ipc/',
      'shared/domain/dial-rules/',
      result,
      // What a failing database throws.
      ports,
      'electron/desk/listener-control.ts',
      'electron/diagnostics/read-log.ts',
      'electron/shell/app-origin.ts',
      'node:crypto',
    ],
    types: [
      'shared/',
      'electron/after-call/',
      'electron/calls/',
      'electron/desk/',
      'electron/diagnostics/',
      'electron/storage/',
      'electron/updates/',
      'electron/links/',
      'electron/directory/exchange/exchange-desk.ts',
      'electron/history-export/export-desk.ts',
      'electron/recordings/recording-desk.ts',
      'electron/shell/global-hotkeys.ts',
      'electron/shell/window-control.ts',
      'electron/shell/protocol-links/link-programs.ts',
      log,
      'electron',
    ],
  },
  { room: ownThread, values: ['node:worker_threads'], types: [] },
  // A thread of its own: what reads files, and what makes rows of them; no database.
  {
    room: 'electron/import-worker.ts',
    values: [
      'electron/directory/exchange/batch-sender.ts',
      'electron/directory/exchange/prepare-contacts.ts',
      'electron/storage/contacts/row-texts.ts',
      'node:worker_threads',
    ],
    types: [],
  },
  {
    room: 'electron/keeping-worker.ts',
    values: ['electron/storage/keeping/keeping-jobs.ts', 'node:worker_threads'],
    types: [],
  },
  { room: 'electron/launch-options.ts', values: ['node:path'], types: [] },
  { room: 'electron/preload.ts', values: ['electron', 'shared/ipc/channels.ts'], types: ['shared/ipc/'] },
  {
    room: 'electron/main.ts',
    values: [
      'electron',
      'node:path',
      'electron/composition-root.ts',
      'electron/launch-options.ts',
      'electron/ipc/event-sender.ts',
      'electron/ipc/trusted-sender.ts',
      'electron/logging/log-bug.ts',
      'electron/provisioning/secret-variables.ts',
      'shared/ipc/channels.ts',
      'electron/shell/',
    ],
    types: ['electron/'],
  },
  {
    room: 'electron/composition-root.ts',
    values: ['electron/', 'electron', 'shared/settings/profiles.ts', 'node:path'],
    types: ['shared/'],
  },
  // What other programs hand over, read and kept; all of it is hostile until it was read.
  { room: 'electron/links/', values: ['shared/domain/', result, 'node:crypto'], types: ['shared/'] },
  // The parts of the composition root, which nobody else knows. Of the shell they know nothing.
  {
    room: 'electron/wiring/',
    values: [
      'electron',
      'electron/after-call/',
      'electron/call-events/',
      'electron/calls/',
      'electron/desk/',
      'electron/diagnostics/',
      'electron/directory/',
      'electron/history-export/',
      'electron/history-backfill/',
      'electron/history-numbers/',
      'electron/ipc/',
      'electron/links/',
      'electron/logging/',
      'electron/provisioning/',
      'electron/pbx/',
      'electron/recordings/',
      'electron/selected-text/',
      'electron/storage/',
      'electron/updates/',
      'shared/domain/',
      'shared/settings/profiles.ts',
      'shared/words/',
    ],
    types: ['shared/'],
  },
  // The window: what it knows of the main process are types.
  { room: 'renderer/', values: [...pageKnows, 'renderer/'], types: ['shared/'] },
  {
    room: 'renderer/text/',
    values: [
      'shared/domain/',
      'shared/words/',
      '@internationalized/date',
      'i18next',
      'react',
      'react-aria-components/i18n/en-US',
      'react-i18next',
    ],
    types: ['shared/'],
  },
  {
    room: 'renderer/stores/',
    values: [
      'shared/commands/',
      'shared/domain/',
      'shared/settings/defaults.ts',
      'shared/tabs.ts',
      result,
      'renderer/dialer-api.ts',
      'zustand',
    ],
    types: ['shared/'],
  },
  { room: 'renderer/features/', values: [...pageKnows, 'renderer/'], types: ['shared/'] },
  { room: 'renderer/ui/', values: ['renderer/text/', 'lucide-react', 'react', 'react-aria-components'], types: [] },
];

/** Imports that no room allows. */
export function forbiddenImports(modules: readonly SourceModule[]): readonly string[] {
  return modules.flatMap(({ file, imports }) => {
    const room = roomOf(file);
    if (room === undefined) return [`${file} is in no room: say in architecture-rooms.ts what it may know`];
    return imports
      .filter(({ target, typeOnly }) => {
        const allowed = [...room.values, ...(typeOnly ? room.types : [])];
        return !target.endsWith('.css') && roomOf(target) !== room && !allowed.some((place) => isAt(target, place));
      })
      .map(({ target, typeOnly }) => `${file} may not import ${target}${typeOnly ? '' : ' (values)'}`);
  });
}

function roomOf(file: string): Room | undefined {
  return rooms.filter(({ room }) => isAt(file, room)).sort((a, b) => b.room.length - a.room.length)[0];
}

function isAt(target: string, place: string): boolean {
  return /[/:]$/.test(place) ? target.startsWith(place) : target === place;
}
