import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Session } from 'electron';
import { guardSession } from '../../electron/shell/session-guard.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { mainWindow } from '../support/main-window.ts';

let app: DialdeskApp;

/** Counts what reaches it: nothing may. */
async function openTrap() {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('trap');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, hits: () => hits, close: () => server.close() };
}

test.describe('in one program, whose page is loaded anew each time', () => {
  test.beforeAll(async () => {
    app = await launchDialdesk();
  });

  test.beforeEach(async () => {
    await app.page.reload();
    await app.page.getByRole('main').waitFor();
  });

  test.afterAll(async () => {
    await app.close();
  });

  test('every page runs in a sandbox, isolated, without Node', async () => {
    await expect.poll(() => app.electron.windows().length).toBe(2);
    const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return contents.getLastWebPreferences();
      }),
    );
    expect(preferences).toHaveLength(2);
    for (const ofPage of preferences) {
      expect(ofPage).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
      });
      // Left out by older runtimes when it is off.
      expect(ofPage['nodeIntegrationInWorker'] ?? false).toBe(false);
    }
    const globals = await app.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].map((name) => typeof Reflect.get(window, name)),
    );
    expect(globals).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined']);
  });

  test('the page is ours, served with the content security policy as a header', async () => {
    expect(app.page.url()).toBe('app://dialdesk/index.html');
    const response = await app.page.reload();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/=]+'; img-src 'self' data:; font-src 'self'; media-src app:\/\/recordings; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'$/,
    );
    expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  });

  test('the content security policy stops inline scripts, eval, connections and frames, each with a violation', async () => {
    await app.page.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, 'violations', seen);
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const add = (name: string, set: (element: HTMLElement) => void) => {
        const element = document.createElement(name);
        try {
          set(element);
          document.body.append(element);
        } catch {
          seen.push(`${name} refused`);
        }
      };
      add('script', (script) => script.append('window.attacked = true'));
      add('iframe', (frame) => frame.setAttribute('src', 'https://example.invalid/'));
      add('img', (image) => image.setAttribute('src', 'http://127.0.0.1:1/pixel.png'));
      add('style', (style) => style.append('body { color: red }'));
      const evaluate = Reflect.get(window, 'eval') as (code: string) => unknown;
      // From a task of the page's own: what a debugger runs may do what the policy forbids.
      setTimeout(() => {
        try {
          evaluate('window.attacked = true');
        } catch {
          seen.push('eval refused');
        }
      });
      void fetch('http://127.0.0.1:1/').catch(() => undefined);
    });
    const seen = () => app.page.evaluate(() => Reflect.get(window, 'violations') as string[]);
    for (const directive of ['connect-src', 'frame-src', 'img-src', 'style-src-elem', 'eval refused']) {
      await expect.poll(seen).toContain(directive);
    }
    expect((await seen()).some((entry) => entry.startsWith('script-src') || entry === 'script refused')).toBe(true);
    expect(await app.page.evaluate(() => Reflect.get(window, 'attacked'))).toBeUndefined();
  });

  test('no request of the page leaves the computer, even where the policy would let it', async () => {
    const trap = await openTrap();
    // The guard of the session is a second lock: it holds for a page without any policy.
    const result = await app.electron.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      await window.loadURL(url).catch(() => undefined);
      await window.loadURL('data:text/html,<body></body>').catch(() => undefined);
      const answer: unknown = await window.webContents
        .executeJavaScript(`fetch(${JSON.stringify(url)}).then(() => 'reached', () => 'stopped')`)
        .catch(() => 'stopped');
      window.destroy();
      return answer;
    }, trap.url);
    expect(result).toBe('stopped');
    expect(trap.hits()).toBe(0);
    trap.close();
  });

  test('the page cannot be led away', async () => {
    const trap = await openTrap();
    await app.page.evaluate((url) => {
      window.location.href = url;
    }, trap.url);
    await app.page.evaluate((url) => window.location.assign(url), trap.url);
    await app.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
    }, trap.url);
    await app.page.evaluate((url) => {
      const form = document.createElement('form');
      form.action = url;
      document.body.append(form);
      form.submit();
    }, trap.url);
    await app.page.evaluate(() => window.location.assign('file:///etc/passwd'));
    expect(await (await mainWindow(app)).evaluate(({ webContents }) => webContents.getURL())).toBe(
      'app://dialdesk/index.html',
    );
    expect(trap.hits()).toBe(0);
    trap.close();
  });

  test('navigation is refused by the guard itself, not only by the network lock', async () => {
    const prevented = await (await mainWindow(app)).evaluate(({ webContents }) => {
      const outcomes: boolean[] = [];
      for (const url of ['http://127.0.0.1/', 'app://other/index.html', 'file:///etc/passwd', 'data:text/html,x']) {
        let stopped = false;
        const event = { url, isMainFrame: true, preventDefault: () => (stopped = true) };
        webContents.emit('will-navigate', event, url);
        outcomes.push(stopped);
      }
      return outcomes;
    });
    expect(prevented).toEqual([true, true, true, true]);
  });

  test('a meta refresh of the page is refused by the guard', async () => {
    const trap = await openTrap();
    await (await mainWindow(app)).evaluate(({ webContents }) => {
      // After the guard's own, so it sees what that decided.
      webContents.on('will-frame-navigate', (event) => Reflect.set(globalThis, 'refreshed', event.defaultPrevented));
    });
    await app.page.evaluate((url) => {
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = `0;url=${url}`;
      document.head.append(refresh);
    }, trap.url);
    await expect
      .poll(() => app.electron.evaluate(() => (globalThis as { refreshed?: boolean }).refreshed ?? 'not tried'))
      .toBe(true);
    expect(app.page.url()).toBe('app://dialdesk/index.html');
    expect(trap.hits()).toBe(0);
    trap.close();
  });

  test('frames and redirects are refused by the guard, not only by the policy of the page', async () => {
    const outcomes = await (await mainWindow(app)).evaluate(({ webContents }) => {
      const prevented = (name: string, url: string, isMainFrame: boolean) => {
        let stopped = false;
        const emit = webContents.emit.bind(webContents) as (name: string, event: unknown) => boolean;
        emit(name, { url, isMainFrame, preventDefault: () => (stopped = true) });
        return stopped;
      };
      return {
        foreignFrame: prevented('will-frame-navigate', 'https://example.invalid/', false),
        ownPageInFrame: prevented('will-frame-navigate', 'app://dialdesk/index.html', false),
        foreignPage: prevented('will-frame-navigate', 'https://example.invalid/', true),
        ownPage: prevented('will-frame-navigate', 'app://dialdesk/index.html', true),
        redirected: prevented('will-redirect', 'https://example.invalid/', true),
        redirectedToOwn: prevented('will-redirect', 'app://dialdesk/index.html', true),
      };
    });
    expect(outcomes).toEqual({
      foreignFrame: true,
      ownPageInFrame: true,
      foreignPage: true,
      ownPage: false,
      redirected: true,
      redirectedToOwn: false,
    });
  });

  test('no window can be opened from the page', async () => {
    await expect.poll(() => app.electron.windows().length).toBe(2);
    const opened = await app.page.evaluate(() =>
      ['http://127.0.0.1/', 'app://dialdesk/index.html', 'about:blank', 'data:text/html,x', 'javascript:1'].map(
        (url) => window.open(url) === null,
      ),
    );
    expect(opened).toEqual([true, true, true, true, true]);
    await app.page.evaluate(() => document.body.append(document.createElement('webview')));
    expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(2);
  });

  test('every permission is denied', async () => {
    const asked = await app.page.evaluate(async () => {
      const refused = async (ask: () => Promise<unknown>) =>
        ask().then(
          (value) => value === 'denied' || value === null,
          () => true,
        );
      return {
        notification: await refused(() => Notification.requestPermission()),
        media: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        display: await refused(() => navigator.mediaDevices.getDisplayMedia()),
        geolocation: await refused(
          () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
        clipboardRead: await refused(() => navigator.clipboard.readText()),
        clipboardWrite: await refused(() => navigator.clipboard.writeText('x')),
        midi: await refused(() => navigator.requestMIDIAccess({ sysex: true })),
      };
    });
    expect(Object.values(asked)).not.toContain(false);
    const checks = await app.page.evaluate(async () => {
      const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'];
      return Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state),
        ),
      );
    });
    expect(new Set(checks)).toEqual(new Set(['denied']));
  });

  test('only our own page in its main frame may call the main process', async () => {
    const answers = await app.electron.evaluate(
      async ({ BrowserWindow }, preload) => {
        const results: unknown[] = [];
        for (const url of ['about:blank', 'data:text/html,x', 'app://dialdesk/index.html']) {
          const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
          await window.loadURL(url);
          results.push(await window.webContents.executeJavaScript("window.dialer.request('app:snapshot', {})"));
          window.destroy();
        }
        return results;
      },
      join(import.meta.dirname, '..', '..', 'dist', 'app', 'preload.cjs'),
    );
    expect(answers).toHaveLength(3);
    for (const answer of answers) {
      expect(answer).toEqual({ ok: false, error: { code: 'input-invalid', field: 'sender' } });
    }
  });

  test('a frame inside our own page is not trusted', async () => {
    const handled = await app.electron.evaluate(
      ({ ipcMain }, { webContents: contents }) => {
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
          ._invokeHandlers;
        const call = handlers.get('app:snapshot');
        const forged = (senderFrame: unknown) => {
          let answer: unknown;
          const event = { sender: contents, senderFrame, _reply: (value: unknown) => (answer = value) };
          return Promise.resolve(call?.(event, {})).then((value) => value ?? answer);
        };
        return Promise.all([
          forged(null),
          forged(undefined),
          forged({ parent: {}, url: 'app://dialdesk/index.html' }),
          forged({ parent: null, url: '' }),
          forged({ parent: null, url: 'app://dialdesk.evil/index.html' }),
          forged({ parent: null, url: 'https://dialdesk/index.html' }),
        ]);
      },
      await mainWindow(app),
    );
    for (const answer of handled) expect(answer).toMatchObject({ ok: false, error: { field: 'sender' } });
  });

  test('what is no valid request is refused as a value, without a stack', async () => {
    const answers = await app.page.evaluate(async () => {
      const ask = (channel: string, input: unknown) =>
        (window.dialer.request as (channel: string, input: unknown) => Promise<unknown>)(channel, input);
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      const huge = 'x'.repeat(5_000_000);
      return Promise.all([
        ask('call:originate', { destination: 5, trunkName: null }),
        ask('call:originate', { destination: '123', trunkName: null, url: 'http://evil/' }),
        ask('call:originate', cyclic),
        ask('call:originate', { destination: huge, trunkName: null }),
        ask('call:list', { before: null, limit: 1e9 }),
        ask('settings:update', { pbx: { address: 'x'.repeat(300) } }),
        ask('settings:update', { mode: 'demo' }),
        ask('clipboard:write', null),
      ]);
    });
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
      expect(JSON.stringify(answer)).not.toMatch(/ at .*\.(c?js|ts)/);
    }
    const unknownChannel = await app.page.evaluate(() =>
      (window.dialer.request as (channel: string, input: unknown) => Promise<unknown>)('shell:open', {}).then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(unknownChannel).toBe('refused');
  });

  test('the bridge is two functions and nothing of Electron, and the page cannot bend it', async () => {
    const shape = await app.page.evaluate(() =>
      Object.entries(window.dialer).map(([name, value]) => [name, typeof value]),
    );
    expect(shape.sort()).toEqual([
      ['request', 'function'],
      ['subscribe', 'function'],
    ]);
    const stillWorks = await app.page.evaluate(async () => {
      const push = Array.prototype.push;
      Array.prototype.push = () => 0;
      const answer = await window.dialer.request('app:snapshot', {});
      Array.prototype.push = push;
      return answer.ok;
    });
    expect(stillWorks).toBe(true);
    // `error` is Electron's own; any other would be a way around the router.
    const channels = await app.electron.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
    expect(channels).toEqual(['error']);
  });

  test('only the files of the page are served', async () => {
    const statuses = await app.electron.evaluate(async ({ net }) => {
      const urls = [
        'app://dialdesk/../main.cjs',
        'app://dialdesk/%2e%2e/main.cjs',
        'app://dialdesk/..%2fmain.cjs',
        'app://dialdesk/..%5cmain.cjs',
        'app://dialdesk/%00',
        'app://dialdesk//etc/passwd',
        'app://other/index.html',
        'app://dialdesk/',
      ];
      return Promise.all(
        urls.map((url) =>
          net.fetch(url).then(
            (response) => response.status,
            () => 0,
          ),
        ),
      );
    });
    for (const status of statuses) expect([0, 400, 404]).toContain(status);
    expect(await app.electron.evaluate(({ net }) => net.fetch('app://dialdesk/index.html').then((r) => r.status))).toBe(
      200,
    );
  });
});

test.describe('in a program of its own', () => {
  test.beforeEach(async () => {
    app = await launchDialdesk();
  });

  test.afterEach(async () => {
    await app.close();
  });

  test('the small windows have the same locks: sandbox, no windows, no way out, and their requests are answered', async () => {
    await app.page.evaluate(() => window.dialer.request('window:compact', { open: true }));
    await expect.poll(() => app.electron.windows().length).toBe(3);
    const compact = app.electron.windows().find((page) => page.url().endsWith('#compact'));
    if (compact === undefined) throw new Error('There is no small window');
    await compact.getByRole('main').waitFor();
    expect(compact.url()).toBe('app://dialdesk/index.html#compact');
    const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const contents = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
          contents.getLastWebPreferences();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
      }),
    );
    const locked = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    };
    expect(preferences).toEqual([locked, locked, locked]);
    expect(await compact.evaluate(() => window.open('app://dialdesk/index.html') === null)).toBe(true);
    await compact.evaluate(() => window.location.assign('file:///etc/passwd'));
    expect(compact.url()).toBe('app://dialdesk/index.html#compact');
    expect(await compact.evaluate(async () => (await window.dialer.request('app:snapshot', {})).ok)).toBe(true);

    // Any other window of the program is a stranger, even with our own page in it.
    const stranger = await app.electron.evaluate(
      async ({ BrowserWindow }, [preload]) => {
        const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload: preload ?? '' } });
        await window.loadURL('app://dialdesk/index.html');
        const answer: unknown = await window.webContents.executeJavaScript("window.dialer.request('app:snapshot', {})");
        window.destroy();
        return answer;
      },
      [join(import.meta.dirname, '..', '..', 'dist', 'app', 'preload.cjs')],
    );
    expect(stranger).toMatchObject({ ok: false, error: { field: 'sender' } });
  });

  test('a window that crashes twice in a row asks what to do', async () => {
    const main = await mainWindow(app);
    await app.electron.evaluate(({ app: program, dialog }, { webContents }) => {
      const seen = { crashes: 0, loads: 0, asked: null as string[] | null };
      Reflect.set(globalThis, 'seen', seen);
      program.on('render-process-gone', () => {
        seen.crashes += 1;
      });
      webContents.on('did-finish-load', () => {
        seen.loads += 1;
      });
      // Never answered, so that the program stays.
      Reflect.set(dialog, 'showMessageBox', (box: { buttons: string[] }) => {
        seen.asked = box.buttons;
        return new Promise(() => undefined);
      });
    }, main);
    const crash = () => main.evaluate(({ webContents }) => webContents.forcefullyCrashRenderer());
    const seen = () =>
      app.electron.evaluate(() => {
        const { crashes, loads, asked } = Reflect.get(globalThis, 'seen') as Record<string, unknown>;
        return { crashes, loads, asked };
      });
    await crash();
    await expect.poll(seen).toEqual({ crashes: 1, loads: 1, asked: null });
    await crash();
    await expect.poll(seen).toEqual({ crashes: 2, loads: 1, asked: ['Restart', 'Quit'] });
  });

  test('a good run has no violation, no error and no security warning', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Try it with the demo PBX' }).click();
    for (const name of ['History', 'Settings', 'Keypad']) await page.getByRole('tab', { name }).click();
    await page
      .getByRole('button', { name: 'Trunk' })
      .or(page.getByRole('combobox', { name: 'Trunk' }))
      .first()
      .click();
    await page.keyboard.press('Escape');
    expect(app.complaints).toEqual([]);
  });
});

test('devices are denied as well', () => {
  // No device to ask for is there when tests run, so the guard is asked itself; that it is in place the permissions show.
  let handler: ((details: unknown) => boolean) | null = null;
  const session = new Proxy({} as Session, {
    get: (_target, name) => {
      if (name === 'webRequest') return { onBeforeRequest: () => undefined };
      return (given: unknown) => {
        if (name === 'setDevicePermissionHandler') handler = given as typeof handler;
      };
    },
  });
  guardSession(session, () => new Set());
  const ask = handler as ((details: unknown) => boolean) | null;
  expect(ask?.({ deviceType: 'hid', origin: 'app://dialdesk', device: {} })).toBe(false);
});
