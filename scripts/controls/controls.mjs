/**
 * The controls that keep the program safe, each with a way to take it out and the tests that must notice.
 *
 * @typedef {{ file: string, from: string, to: string }} Cut `from` stands in the file exactly once
 * @typedef {{ suite: 'unit' | 'integration' | 'adversarial' | 'e2e', file: string, title: string }} Proof the tests whose full title has `title` in it
 * @typedef {{ name: string, cuts: Cut[], proof: Proof }} Control
 */

/** @type {(file: string, from: string, to?: string) => Cut} */
const cut = (file, from, to = '') => ({ file, from, to });

/** @type {(file: string, title: string) => Proof} */
const unit = (file, title) => ({ suite: 'unit', file: `test/unit/${file}.test.ts`, title });
/** @type {(file: string, title: string) => Proof} */
const integration = (file, title) => ({ suite: 'integration', file: `test/integration/${file}.test.ts`, title });
/** @type {(file: string, title: string) => Proof} */
const adversarial = (file, title) => ({ suite: 'adversarial', file: `test/adversarial/${file}.test.ts`, title });
/** @type {(file: string, title: string) => Proof} */
const e2e = (file, title) => ({ suite: 'e2e', file: `test/e2e/${file}.spec.ts`, title });

/** @type {Control[]} */
const ofTheListener = [
  {
    name: 'Host check',
    cuts: [
      cut('electron/call-events/request-checks.ts', "if (host === 'malformed') return", "if (host === 'never') return"),
      cut('electron/call-events/request-checks.ts', "if (host === 'foreign') return", "if (host === 'never') return"),
    ],
    proof: integration('listener-checks', 'Host'),
  },
  {
    name: 'refusal of browsers',
    cuts: [cut('electron/call-events/request-checks.ts', "headerValues(request, 'origin').length > 0 ||", 'false &&')],
    proof: integration('listener-checks', 'browsers'),
  },
  {
    name: 'allow-list of addresses',
    cuts: [
      cut(
        'electron/call-events/event-server.ts',
        'if (deps.allowList.allows(socket.remoteAddress)) return;',
        'return;',
      ),
    ],
    proof: integration('listener-checks', 'remote addresses'),
  },
  {
    name: 'auth compare',
    cuts: [cut('electron/call-events/basic-auth.ts', '& sameUser & samePassword', '& sameUser')],
    proof: integration('listener-checks', 'credentials'),
  },
  {
    name: 'slowing down of guesses',
    cuts: [
      cut('electron/call-events/request-handler.ts', "if (credentials === 'wrong') guesses.recordFailure(address);"),
    ],
    proof: integration('listener-checks', 'guessing is slowed down'),
  },
  {
    name: 'limit of the declared length',
    cuts: [cut('electron/call-events/request-handler.ts', 'if (tooLong !== null) return refuse(tooLong);')],
    proof: integration('listener-abuse', 'a length over the limit is answered before any of it is sent'),
  },
  {
    name: 'body limit',
    cuts: [cut('electron/call-events/read-body.ts', 'if (size > limit) {', 'if (size > Number.MAX_VALUE) {')],
    proof: integration('listener-abuse', 'chunks without end are cut off at the limit'),
  },
  {
    name: 'limit of connections',
    cuts: [cut('electron/call-events/event-server.ts', 'server.maxConnections = limits.connections;')],
    proof: integration('listener-abuse', 'connections over the limit are dropped'),
  },
  {
    name: 'depth limit',
    cuts: [cut('electron/call-events/json-text.ts', 'if (depth > maxDepth) return null;')],
    proof: unit('call-event-wire-body', '32 levels are read, 33 are not'),
  },
  {
    name: 'names of prototypes are ignored',
    cuts: [cut('electron/call-events/event-body.ts', 'if (ignoredNames.has(name)) continue;')],
    proof: unit('call-event-wire-body', 'names of prototypes are ignored'),
  },
  {
    name: 'acknowledge after commit',
    cuts: [
      cut(
        'electron/call-events/request-handler.ts',
        'stored = await deps.inbox.append(raw);',
        'stored = null; void deps.inbox.append(raw);',
      ),
    ],
    proof: integration('listener-events', 'no byte of an answer leaves before the event is committed'),
  },
  {
    name: 'FULL sync',
    cuts: [cut('electron/storage/database.ts', 'PRAGMA synchronous = FULL;', 'PRAGMA synchronous = NORMAL;')],
    proof: integration('storage-database', 'synchronous'),
  },
];

/** @type {Control[]} */
const ofThePbx = [
  {
    name: 'redirect refusal',
    cuts: [cut('electron/pbx/receive-answer.ts', 'if (status >= 300 && status < 400) {', 'if (status < 0) {')],
    proof: integration('pbx-misbehaving', 'to another server'),
  },
  {
    name: 'certificates are verified',
    cuts: [
      cut(
        'electron/pbx/tls-trust.ts',
        'return { ...servername, rejectUnauthorized: true };',
        'return { ...servername, rejectUnauthorized: false };',
      ),
    ],
    proof: integration('pbx-client', 'of an authority this computer trusts'),
  },
  {
    name: 'certificate pin',
    cuts: [
      cut(
        'electron/pbx/tls-trust.ts',
        `    ...servername,
    rejectUnauthorized: true,
    ca: [pinned.pem],`,
        '    ...servername,\n    rejectUnauthorized: false,',
      ),
    ],
    proof: integration('pbx-misbehaving', 'than the pinned one'),
  },
  {
    name: 'the pinned certificate itself',
    cuts: [
      cut(
        'electron/pbx/tls-trust.ts',
        'presented.fingerprint256 === pinned.fingerprint256 ? undefined : new ChangedCertificateError()',
        'presented.fingerprint256 === "" ? new ChangedCertificateError() : undefined',
      ),
    ],
    proof: integration('pbx-misbehaving', 'a certificate signed by the pinned one'),
  },
  {
    name: 'limit of an answer',
    cuts: [
      cut(
        'electron/pbx/receive-answer.ts',
        `      length += chunk.length;
      if (length > maxBodyBytes) {`,
        '      length += chunk.length;\n      if (length < 0) {',
      ),
    ],
    proof: integration('pbx-misbehaving', '100 MB'),
  },
  {
    name: 'credentials stay with their PBX',
    cuts: [
      cut(
        'electron/desk/settings-changes.ts',
        'const dropped = moved ? deps.vault.save({ pbx: noCredentials }) : succeed({});',
        'const dropped = succeed({});',
      ),
    ],
    proof: unit('settings-changes', 'settings changes'),
  },
  {
    name: 'double-dial guard, while a request is under way',
    cuts: [cut('electron/calls/originate-call.ts', "if (inFlight) return fail({ code: 'originate-in-flight' });")],
    proof: unit('originate-call', 'sends nothing while another request is in flight'),
  },
  {
    name: 'double-dial guard, one intent',
    cuts: [cut('electron/calls/originate-call.ts', 'if (again) {', 'if (again && inFlight) {')],
    proof: unit('originate-call', 'takes the same number within two seconds for the same intent'),
  },
  {
    name: 'nothing is placed while the program ends',
    cuts: [cut('electron/calls/originate-call.ts', "if (deps.ending()) return fail({ code: 'program-ending' });")],
    proof: unit('originate-call', 'places nothing any more once the program began to end'),
  },
];

/** @type {Control[]} */
const ofWhatComesFromOutside = [
  {
    name: 'link confirm',
    cuts: [
      cut(
        'electron/links/asked-calls.ts',
        "if (arrival.from === 'link' || !arrival.call || isCode) return 'no';",
        "if (isCode) return 'no';",
      ),
    ],
    proof: unit('hostile-launches', 'would call nothing that came by a link'),
  },
  {
    name: 'leave for the command line to call',
    cuts: [cut('electron/links/asked-calls.ts', "if (!deps.mayCall()) return 'not-allowed';")],
    proof: unit('asked-calls', 'is not followed unless the agent allowed it'),
  },
  {
    name: 'codes are never called by one click',
    cuts: [cut('electron/calls/call-from-outside.ts', "parsed.value.kind === 'code'", 'false')],
    proof: unit('call-from-outside', 'a code is never called by one click'),
  },
  {
    name: 'formulas in exported tables',
    cuts: [cut('electron/files/csv-cells.ts', 'formulaStart.test(text)', 'false')],
    proof: unit('history-export', 'runs no formula in it'),
  },
];

/** @type {Control[]} */
const ofUpdates = [
  {
    name: 'nothing is asked for without a feed',
    cuts: [
      cut(
        'electron/updates/update-desk.ts',
        "if (load === null || deps.settings().feed === '') return;",
        'if (load === null) return;',
      ),
    ],
    proof: unit('update-desk', 'asks nothing and loads nothing without a feed'),
  },
  {
    name: 'signature of a manifest',
    cuts: [
      cut(
        'electron/updates/manifest.ts',
        "if (!verify(null, signed, publicKey, Buffer.from(signature, 'base64'))) throw new UpdateFailure('wrong-signature');",
        "verify(null, signed, publicKey, Buffer.from(signature, 'base64'));",
      ),
    ],
    proof: adversarial('update-feed', 'a manifest without a signature'),
  },
  {
    name: 'hash of a package',
    cuts: [cut('electron/updates/feed.ts', "|| hash.digest('base64') !== file.sha512")],
    proof: adversarial('update-feed', 'other bytes than the manifest names'),
  },
  {
    name: 'length of a package',
    cuts: [cut('electron/updates/feed.ts', 'maxBodyBytes: file.size,', 'maxBodyBytes: Number.MAX_VALUE,')],
    proof: adversarial('update-feed', 'more bytes than the manifest names'),
  },
  {
    name: 'names of packages lead nowhere else',
    cuts: [cut('electron/updates/manifest.ts', 'url: z.string().regex(plainName),', 'url: z.string(),')],
    proof: adversarial('update-feed', 'a package with a name that leads elsewhere'),
  },
  {
    name: 'no older version',
    cuts: [cut('electron/updates/updater.ts', 'allowDowngrade: false,', 'allowDowngrade: true,')],
    proof: adversarial('update-feed', 'an older version'),
  },
  {
    name: 'the window sets no feed',
    cuts: [cut('shared/settings/schema.ts', 'settingsPatchSchema.omit({ updates: true })', 'settingsPatchSchema')],
    proof: unit('settings-changes', 'where newer versions come from is nothing that the window'),
  },
  {
    name: 'what is installed is looked at again',
    cuts: [
      cut(
        'electron/updates/app-image-in-place.ts',
        "if (settledSha512(beside) !== this.#sha512()) throw new UpdateFailure('damaged');",
        'settledSha512(beside);',
      ),
    ],
    proof: integration('updates', 'that somebody changed after it was fetched'),
  },
  {
    name: 'what is kept of the file sets no feed',
    cuts: [cut('electron/provisioning/reconcile.ts', '&& !isOfFileAlone(name)')],
    proof: integration('system-provisioning', 'nothing else says where updates come from'),
  },
  {
    name: 'the file of a start sets no feed',
    cuts: [
      cut(
        'electron/provisioning/read-provisioning-file.ts',
        "(['locked', 'hidden', 'updates'] as const)",
        "(['locked', 'hidden'] as const)",
      ),
    ],
    proof: unit('provisioning-file', 'where updates come from'),
  },
  {
    name: 'nothing is installed while a call is under way',
    cuts: [cut('electron/updates/update-desk.ts', 'installs = deps.mayInstall();', 'installs = true;')],
    proof: unit('update-desk', 'not while a call is under way'),
  },
  {
    name: 'the AppImage of another program is not replaced',
    cuts: [
      cut(
        'electron/updates/own-app-image.ts',
        "inside !== '' && !inside.startsWith('..') && !isAbsolute(inside) ? file : null",
        'inside.length >= 0 ? file : null',
      ),
    ],
    proof: unit('own-app-image', 'is not'),
  },
];

/** @type {Control[]} */
const ofSecrets = [
  {
    name: 'redaction',
    cuts: [
      cut(
        'electron/logging/redact.ts',
        'return (text) => maskNumbers(hide(text).replace(',
        'return (text) => ((_: string) => text)(hide(text).replace(',
      ),
    ],
    proof: unit('redact', 'redact'),
  },
  {
    name: 'redaction of every line of the log',
    cuts: [
      cut(
        'electron/logging/file-log.ts',
        'data: message.data.map((part) => toLogText(part, redact))',
        'data: message.data',
      ),
    ],
    proof: e2e('planted-secrets', 'a failure that nobody expected is written down'),
  },
  {
    name: 'no readable credentials without consent',
    cuts: [
      cut(
        'electron/storage/credential-vault.ts',
        "stored.allowUnprotected ? 'unprotected' : 'memory'",
        "'unprotected'",
      ),
    ],
    proof: unit('credential-vault', 'without a key store keeps credentials in memory only'),
  },
];

/** @type {Control[]} */
const ofTheAdministrator = [
  {
    name: 'locks of the administrator',
    cuts: [
      cut(
        'electron/storage/settings-store.ts',
        'managed === undefined ? lockBroken(record, settings, parsed.data) : null;',
        'lockBroken(new Map(), settings, parsed.data);',
      ),
    ],
    proof: integration('system-provisioning', 'main refuses to change what is locked or hidden'),
  },
  {
    name: 'locks of credentials',
    cuts: [cut('electron/desk/settings-changes.ts', 'lockedSecret(secrets) ?? deps.vault.save(', 'deps.vault.save(')],
    proof: integration('system-provisioning', 'main refuses to change what is locked or hidden'),
  },
  {
    name: 'lock of starting with the system',
    cuts: [cut('electron/desk/kept-elsewhere.ts', 'startLock(on) ?? atLogin.set(on)', 'atLogin.set(on)')],
    proof: integration('system-provisioning-besides', 'starting with the system is kept where it is locked'),
  },
  {
    name: 'lock of starting with the system, for the file of one start',
    cuts: [cut('electron/provisioning/apply-provisioning-file.ts', 'if (locked !== null) return locked;')],
    proof: integration('system-provisioning-besides', 'starting with the system is kept where it is locked'),
  },
  {
    name: 'lock of secrets that nothing protects',
    cuts: [cut('electron/desk/kept-elsewhere.ts', "(allowed ? locked('secrets.allowUnprotected') : null) ??")],
    proof: integration('system-provisioning-besides', 'secrets that nothing protects may be forbidden'),
  },
  {
    name: 'lock of the demo',
    cuts: [cut('shared/settings/managed-record.ts', "isFixed(record, 'demo') &&", 'false &&')],
    proof: integration('system-provisioning-besides', 'the demo that is locked is not begun'),
  },
  {
    name: 'lock of the trusted certificate outlives another address',
    cuts: [cut('electron/desk/settings-changes.ts', 'moved && !keepsPin ?', 'moved ?')],
    proof: integration(
      'system-provisioning-besides',
      'one that is locked is the only one, whatever address and profile',
    ),
  },
  {
    name: 'lock of the trusted certificate',
    cuts: [
      cut(
        'shared/settings/managed-record.ts',
        'if (!isFixed(record, name) || isValueless(name)) continue;',
        "if (!isFixed(record, name) || isValueless(name) || name === 'pbx.pinnedCertificate') continue;",
      ),
    ],
    proof: integration(
      'system-provisioning-besides',
      'one that is locked is the only one, whatever address and profile',
    ),
  },
  {
    name: 'a certificate of the file is trusted for the PBX of the file',
    cuts: [
      cut(
        'electron/provisioning/reconcile.ts',
        "modes.get(certificateSetting) !== 'default' || isOneOrigin(address, file.pbx?.address)",
        'true',
      ),
    ],
    proof: integration('system-provisioning-besides', 'a default is of the address beside it'),
  },
  {
    name: 'what is forbidden ends',
    cuts: [cut('electron/provisioning/apply-system-file.ts', '  forbid(deps);\n')],
    proof: integration('system-provisioning-besides', 'the demo that is locked is not begun'),
  },
  {
    name: 'locks outlive a file that is wrong',
    cuts: [
      cut(
        'electron/provisioning/apply-system-file.ts',
        'if (content.ok) return applyContent(content.value, file, deps);',
        "if (content.ok || content.error.code !== 'settings-locked')\n    return applyContent(content.ok ? content.value : { version: 1 }, file, deps);",
      ),
    ],
    proof: integration('system-provisioning', 'is told by its field, changes nothing and unlocks nothing'),
  },
  {
    name: 'the file for the whole computer is written by root alone',
    cuts: [cut('electron/provisioning/trusted-file.ts', 'if (!kept && !isRootsAlone(stats)) return false;')],
    proof: integration('system-provisioning', 'is refused: its folder'),
  },
  {
    name: 'no readable password in the file for the whole computer',
    cuts: [cut('electron/provisioning/system-file-rules.ts', 'readableSecret(file) ??')],
    proof: integration('system-provisioning', 'a password in words'),
  },
  {
    name: 'a password of the file goes to the PBX of the file',
    cuts: [
      cut(
        'electron/provisioning/apply-system-file.ts',
        "const ofThatPbx = next !== null && next === origin(content.pbx?.address ?? '');",
        'const ofThatPbx = next !== null;',
      ),
    ],
    proof: integration('system-provisioning-besides', 'its defaults and its credentials are those of the first one'),
  },
  {
    name: 'a one-time file stays until the key store has its secret',
    cuts: [
      cut(
        'electron/provisioning/settle-one-time-files.ts',
        "protection === 'keychain' ? null : protection",
        "protection === 'unprotected' ? protection : null",
      ),
    ],
    proof: integration('system-provisioning-secrets', 'stay in the file while there is no key store'),
  },
  {
    name: 'variables of secrets leave the environment',
    cuts: [cut('electron/provisioning/secret-variables.ts', 'delete environment[name];')],
    proof: e2e('provisioning', 'the file for the whole computer'),
  },
];

/** @type {Control[]} */
const ofThePage = [
  {
    name: 'sender check',
    cuts: [
      cut(
        'electron/ipc/trusted-sender.ts',
        'frame === undefined || frame.parent !== null) return',
        'frame === undefined) return',
      ),
      cut(
        'electron/ipc/trusted-sender.ts',
        'return ownContentsIds.has(event.sender.id) && isOwnPage(frame.url);',
        'return true;',
      ),
    ],
    proof: unit('trusted-sender', 'a trusted sender'),
  },
  {
    name: 'sender check of every request',
    cuts: [cut('electron/ipc/router.ts', 'if (!trusts(event, channel)) {', 'if (channel.length === 0) {')],
    proof: e2e('security', 'may call the main process'),
  },
  {
    name: 'limits of a request',
    cuts: [
      cut('electron/ipc/router.ts', "if (!fitsLimits(payload)) return fail({ code: 'input-invalid', field: 'size' });"),
    ],
    proof: unit('router', 'what is larger than any request of ours'),
  },
  {
    name: 'CSP',
    cuts: [cut('electron/shell/app-protocol.ts', "'Content-Security-Policy': contentSecurityPolicy(nonce),")],
    proof: e2e('security', 'content security policy'),
  },
  {
    name: 'network lock of pages',
    cuts: [cut('electron/shell/session-guard.ts', 'cancel: !known ||', 'cancel:')],
    proof: e2e('security', 'leaves the computer'),
  },
  {
    name: 'recordings for the player alone',
    cuts: [cut('electron/shell/session-guard.ts', '|| (isRecording(details.url) && !mayHear(details, hearing()))')],
    proof: unit('session-guard', 'recordings go to the player of our own page'),
  },
  {
    name: 'permission request handler',
    cuts: [
      cut(
        'electron/shell/session-guard.ts',
        'session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));',
      ),
    ],
    proof: e2e('security', 'every permission is denied'),
  },
  {
    name: 'permission check handler',
    cuts: [cut('electron/shell/session-guard.ts', 'session.setPermissionCheckHandler(() => false);')],
    proof: e2e('security', 'every permission is denied'),
  },
  {
    name: 'device permission handler',
    cuts: [cut('electron/shell/session-guard.ts', 'session.setDevicePermissionHandler(() => false);')],
    proof: e2e('security', 'devices are denied'),
  },
  {
    name: 'navigation guard',
    cuts: [
      cut(
        'electron/shell/navigation-guard.ts',
        `contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });`,
      ),
      cut(
        'electron/shell/navigation-guard.ts',
        'if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();',
      ),
    ],
    proof: e2e('security', 'navigation is refused by the guard itself'),
  },
  {
    name: 'guard of redirects',
    cuts: [
      cut(
        'electron/shell/navigation-guard.ts',
        `contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });`,
      ),
    ],
    proof: e2e('security', 'frames and redirects are refused'),
  },
  {
    name: 'guard of new windows',
    cuts: [cut('electron/shell/navigation-guard.ts', "contents.setWindowOpenHandler(() => ({ action: 'deny' }));")],
    proof: e2e('security', 'no window can be opened'),
  },
  {
    name: 'sandbox of pages',
    cuts: [cut('electron/shell/locked-page.ts', 'sandbox: true,', 'sandbox: false,')],
    proof: e2e('security', 'every page runs in a sandbox'),
  },
  {
    name: 'files by exact name',
    cuts: [
      cut(
        'electron/shell/app-protocol.ts',
        'files.get(url.pathname)',
        'join(folder, decodeURIComponent(url.pathname))',
      ),
    ],
    proof: e2e('security', 'only the files of the page are served'),
  },
];

export const controls = [
  ...ofTheListener,
  ...ofThePbx,
  ...ofWhatComesFromOutside,
  ...ofUpdates,
  ...ofSecrets,
  ...ofTheAdministrator,
  ...ofThePage,
];
