import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenImports } from '../support/architecture-rooms.ts';
import { findCycle, parseModule, readModules, type SourceModule } from '../support/module-graph.ts';

interface Rule {
  readonly title: string;
  /** What breaks the rule, in words a person can act on. */
  readonly broken: (modules: readonly SourceModule[]) => readonly string[];
  /** Invented modules, each of which breaks it: a rule that cannot fail protects nothing. */
  readonly examples: readonly (readonly [file: string, source: string])[];
}

/** Text that may stand in some files only. */
function onlyIn(allowed: RegExp | null, room: RegExp, text: RegExp): Rule['broken'] {
  return (modules) =>
    modules
      .filter(({ file }) => room.test(file) && allowed?.test(file) !== true)
      .flatMap(({ file, code }) => {
        const found = text.exec(code)?.[0];
        return found === undefined ? [] : [`${file} has: ${found}`];
      });
}

/** Node 18.15 is what the oldest runtime that the program is held to brings. */
const newerApis = [
  String.raw`\bURL\.(?:canParse|parse)\b`,
  String.raw`\bAbortSignal\.any\b`,
  String.raw`\bPromise\.(?:withResolvers|try)\b`,
  String.raw`\b(?:Object|Map)\.groupBy\b`,
  String.raw`\bArray\.fromAsync\b`,
  String.raw`\bRegExp\.escape\b`,
  String.raw`\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(`,
  String.raw`\bglobalThis\.(?:crypto|navigator)\b`,
  String.raw`(?<![\w.$])crypto\.`,
  String.raw`(?<![\w.$])navigator\.`,
  String.raw`\bnew (?:WebSocket|File|EventSource)\(`,
  "'node:sqlite'",
  String.raw`\bimport\.meta\.(?:dirname|filename)\b`,
];

/** The PBX's own names for what has another name here; `src={` is the attribute of a player, `src: url(` says where a font is. */
const vendorWords =
  /(?<![\w-])(?:unique_id|cuid|billsec|exten|src(?!=\{|: url\()|dst|originated_call_id|trunk_name|caller_id|poll_lable|event_name|starttime|endtime|entry_point)\b|(?<=['"`])(?:call\/originate|setting\/ping|(?:pbx|reports|autodialer)\/[a-z]+\/)/;

const networkModules = /^node:(?:https?|http2|net|tls|dgram|dns(?:\/promises)?)$/;
/** What opens a connection, as opposed to what waits for one or only tells an address from a name. */
const opening = ['*', 'default', 'request', 'get', 'connect', 'createConnection', 'Agent', 'Socket', 'fetch'];
/** The PBX, the listener of a demo, and the X server of this computer, by its socket file. */
const opensConnections =
  /^electron\/(?:pbx\/|demo-pbx\/event-sender\.ts$|desk\/facing-address\.ts$|shell\/x-ground\.ts$|shell\/session-bus\/|selected-text\/x-connection\.ts$)/;

const rules: readonly Rule[] = [
  {
    title: 'each room imports only what it may know',
    broken: forbiddenImports,
    examples: [
      ['shared/domain/a.ts', "import { z } from 'zod';"],
      ['shared/result.ts', "import { a } from './domain/a.ts';"],
      ['shared/ipc/a.ts', "import { join } from 'node:path';"],
      ['shared/settings/a.ts', "import type { Log } from '../../electron/logging/log.ts';"],
      ['electron/calls/a.ts', "import type { Connection } from '../storage/database.ts';"],
      ['electron/calls/a.ts', "import { contract } from '../../shared/ipc/contract.ts';"],
      ['electron/pbx/a.ts', "import { createListener } from '../call-events/listener.ts';"],
      ['electron/pbx/a.ts', "import { createOriginateCall } from '../calls/originate-call.ts';"],
      ['electron/call-events/a.ts', "import type { Connection } from '../storage/database.ts';"],
      ['electron/call-events/a.ts', "export { createFileLog } from '../logging/file-log.ts';"],
      ['electron/storage/a.ts', "import { request } from 'node:http';"],
      ['electron/simotel-words/a.ts', "import type { Pbx } from '../calls/ports.ts';"],
      ['electron/provisioning/a.ts', "import { createSettingsStore } from '../storage/settings-store.ts';"],
      ['electron/demo-pbx/a.ts', "import { succeed } from '../../shared/result.ts';"],
      ['electron/shell/a.ts', "import { createPbxClient } from '../pbx/pbx-client.ts';"],
      ['electron/shell/a.ts', "import type { Connection } from '../storage/database.ts';"],
      ['electron/desk/a.ts', "import { createInbox } from '../storage/inbox.ts';"],
      ['electron/ipc/a.ts', "import { openDatabase } from '../storage/database.ts';"],
      ['electron/ipc/a.ts', "import { createOriginateCall } from '../calls/originate-call.ts';"],
      ['electron/main.ts', "import { openDatabase } from './storage/database.ts';"],
      ['electron/preload.ts', "import { contract } from '../shared/ipc/contract.ts';"],
      ['electron/new-room/a.ts', ''],
      ['renderer/features/a.tsx', "import { contract } from '../../shared/ipc/contract.ts';"],
      ['renderer/features/a.tsx', "import type { Pbx } from '../../electron/calls/ports.ts';"],
      ['renderer/stores/a.ts', "import { readFileSync } from 'node:fs';"],
      ['renderer/ui/a.tsx', "import { useCalls } from '../stores/calls.ts';"],
      ['renderer/ui/a.tsx', "import { request } from '../dialer-api.ts';"],
    ],
  },
  {
    title: 'no modules import each other in a circle',
    broken: (modules) => {
      const cycle = findCycle(modules);
      return cycle === null ? [] : [cycle.join(' -> ')];
    },
    examples: [['shared/a.ts', "import { a } from './a.ts';"]],
  },
  {
    title:
      'imports can be read from the text: few are made while the program runs, parts of the window and what few need, and none hides in a type',
    broken: onlyIn(/^(?:electron\/wiring\/wire-updates|renderer\/later-views)\.ts$/, /./, /\bimport\(|\brequire\(/),
    examples: [
      ['electron/shell/a.ts', "const a = await import('../pbx/pbx-client.ts');"],
      ['electron/shell/a.ts', "type A = import('../pbx/pbx-client.ts').A;"],
    ],
  },
  {
    title: 'Electron is met only where windows, the bridge, secrets, files and the log are',
    broken: (modules) =>
      modules
        .filter(
          ({ file }) =>
            !/^electron\/(?:shell\/|wiring\/|(?:main|composition-root|preload)\.ts$|storage\/(?:secret-box|json-file)\.ts$|logging\/file-log\.ts$)/.test(
              file,
            ),
        )
        .flatMap(({ file, imports }) =>
          imports
            .filter(({ target, typeOnly }) => /^electron(?:\/|$)/.test(target) && !target.endsWith('.ts') && !typeOnly)
            .map(() => `${file} imports electron`),
        ),
    examples: [
      ['electron/ipc/a.ts', "import { ipcMain } from 'electron';"],
      ['electron/storage/a.ts', "import { app } from 'electron';"],
      ['electron/desk/a.ts', "import { app } from 'electron/main';"],
    ],
  },
  {
    title: 'only the router answers the window',
    broken: onlyIn(/^electron\/ipc\/router\.ts$/, /^electron\//, /\bipcMain\.(?:handle|handleOnce|on|once)\b/),
    examples: [['electron/shell/a.ts', "ipcMain.on('a', () => undefined);"]],
  },
  {
    title: 'nothing opens other programs but what asks which of them opens links, and what opens pages and our folders',
    broken: onlyIn(
      /^electron\/shell\/(?:protocol-links\/|open-(?:page|folder)\.ts$)/,
      /./,
      /\b(?:openExternal|openPath)\b|'node:child_process'/,
    ),
    examples: [
      ['electron/shell/a.ts', "void shell.openExternal('https://a');"],
      ['electron/desk/a.ts', "import { spawn } from 'node:child_process';"],
    ],
  },
  {
    title:
      'connections are opened by the PBX client, the demo PBX and, to X server and session bus, by the shell; never by fetch',
    broken: (modules) => [
      ...onlyIn(
        null,
        /./,
        /(?<![\w.])(?:fetch|net\.fetch|net\.request)\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/,
      )(modules),
      ...modules
        .filter(({ file }) => !opensConnections.test(file))
        .flatMap(({ file, imports }) =>
          imports
            .filter(
              ({ target, values }) => networkModules.test(target) && values.some((name) => opening.includes(name)),
            )
            .map(({ target, values }) => `${file} takes ${values.join(', ')} from ${target}`),
        ),
    ],
    examples: [
      ['electron/call-events/a.ts', "import { request } from 'node:https';"],
      ['electron/call-events/a.ts', "import * as http from 'node:http';"],
      ['electron/desk/a.ts', "import { connect } from 'node:net';"],
      ['electron/shell/a.ts', "void fetch('https://a');"],
    ],
  },
  {
    title: 'SQL is written in storage only',
    broken: onlyIn(/^electron\/storage\//, /^(?:electron|shared)\//, /\b(?:SELECT|INSERT INTO|DELETE FROM|PRAGMA)\b/),
    examples: [['electron/shell/a.ts', "const sql = 'SELECT 1';"]],
  },
  {
    title: 'main and shared use nothing that the oldest runtime lacks',
    broken: onlyIn(null, /^(?:electron|shared)\//, new RegExp(newerApis.join('|'))),
    examples: [
      ['electron/a.ts', "URL.canParse('a');"],
      ['electron/a.ts', 'AbortSignal.any([]);'],
      ['electron/a.ts', 'Promise.withResolvers();'],
      ['electron/a.ts', 'Object.groupBy([], String);'],
      ['electron/a.ts', 'void Array.fromAsync([]);'],
      ['electron/a.ts', 'new Set([1]).union(new Set([2]));'],
      ['electron/a.ts', 'globalThis.crypto;'],
      ['shared/a.ts', 'const id = crypto.randomUUID();'],
      ['electron/a.ts', "import { DatabaseSync } from 'node:sqlite';"],
    ],
  },
  {
    // In storage some of them are our own words in the spelling of SQL: the column of `originatedCallId`.
    title: "the PBX's own names stand in wire files, in its vocabulary and in the demo PBX only",
    broken: onlyIn(
      /-wire\.ts$|^electron\/(?:simotel-words|demo-pbx|storage)\//,
      /^(?:electron|shared|renderer)\//,
      vendorWords,
    ),
    examples: [
      ['electron/calls/a.ts', 'const a = row.billsec;'],
      ['shared/domain/a.ts', "const a = row['unique_id'];"],
      ['renderer/stores/a.ts', 'const a = { trunk_name: 1 };'],
      ['shared/domain/a.ts', "const a = 'call/originate/act';"],
      ['electron/desk/a.ts', "const a = service.startsWith('pbx/trunks/');"],
      ['shared/domain/a.ts', "const a = service.startsWith('setting/ping/');"],
    ],
  },
  {
    title: 'only one file of the window knows the bridge',
    broken: onlyIn(/^renderer\/dialer-api\.ts$/, /^renderer\//, /\bwindow\.dialer\b|\bglobalThis\.dialer\b/),
    examples: [['renderer/stores/a.ts', "void window.dialer.request('app:snapshot', {});"]],
  },
  {
    title: 'the window writes no markup and names no address that is not encrypted',
    broken: onlyIn(null, /^renderer\//, /\bdangerouslySetInnerHTML\b|\b(?:inner|outer)HTML\b|http:\/\//),
    examples: [
      ['renderer/a.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: b }} />;'],
      ['renderer/a.ts', "const a = 'http://a';"],
    ],
  },
  {
    title: 'files are named for what they are, in kebab-case',
    broken: (modules) =>
      modules
        .map(({ file }) => file)
        .filter((file) => {
          const name = basename(file).replace(/\.tsx?$/, '');
          return (
            !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?$/.test(name) || /\b(?:utils?|helpers?|manager|common)\b/.test(file)
          );
        }),
    examples: [
      ['shared/domain/callView.ts', ''],
      ['electron/calls/call-manager.ts', ''],
      ['renderer/utils/a.ts', ''],
    ],
  },
  {
    title: 'everything exported has a name',
    broken: (modules) => modules.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ file }) => file),
    examples: [
      ['renderer/a.tsx', 'export default function A() {}'],
      ['shared/a.ts', 'const a = 1;\nexport { a as default };'],
    ],
  },
];

describe('the architecture', () => {
  const modules = readModules(['shared', 'electron', 'renderer']);

  test('is read from all rooms, and every file that is imported is there', () => {
    const files = new Set(modules.map(({ file }) => file));
    expect(files).toContain('shared/domain/advance-call.ts');
    expect(files).toContain('electron/composition-root.ts');
    expect(files).toContain('renderer/app.tsx');
    const missing = modules.flatMap(({ file, imports }) =>
      imports
        .filter(({ target }) => /^(?:shared|electron|renderer)\/.*\.tsx?$/.test(target) && !files.has(target))
        .map(({ target }) => `${file}: ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test.each(rules)('$title', ({ broken }) => {
    expect(broken(modules)).toEqual([]);
  });
});

describe('each rule of the architecture can fail', () => {
  const examples = rules.flatMap(({ title, broken, examples: of }) =>
    of.map(([file, source]) => ({ title, broken, file, source })),
  );

  test.each(examples)('$title: $file, $source', ({ broken, file, source }) => {
    expect(broken([parseModule(file, source)])).toHaveLength(1);
  });

  test('a circle over several files, but not over types', () => {
    const circle = (last: string) => [
      parseModule('shared/a.ts', "import { b } from './b.ts';"),
      parseModule('shared/b.ts', "export * from './c.ts';"),
      parseModule('shared/c.ts', last),
    ];
    expect(findCycle(circle("import { a } from './a.ts';"))).toHaveLength(4);
    expect(findCycle(circle("import type { A } from './a.ts';"))).toBeNull();
    expect(findCycle(circle("import { type A } from './a.ts';"))).toBeNull();
    expect(findCycle(circle("const read = () => import('./a.ts');"))).toBeNull();
  });

  test('comments may speak of anything', () => {
    expect(parseModule('a.ts', '// unique_id http://a\nconst a = 1; /* window.dialer */').code.trim()).toBe(
      'const a = 1;',
    );
  });
});
