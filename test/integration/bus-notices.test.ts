import { Message, type MessageBus } from '@particle/dbus-next';
import { afterEach, describe, expect, test } from 'vitest';
import { createBusNotices } from '../../electron/shell/notifications/bus-notices.ts';
import { sessionBusSocket } from '../../electron/shell/session-bus/session-bus.ts';
import { aNotice, aSpareBoard } from '../support/notice.ts';
import { type NotificationServer, signal, startNotificationServer } from '../support/notification-server.ts';
import { type SessionBus, startSessionBus } from '../support/session-bus.ts';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const look = {
  programName: 'Dialdesk',
  desktopEntry: 'org.dialdesk.Dialdesk',
  icon: () => ({ width: 2, height: 1, rgba: Buffer.from([1, 2, 3, 255, 4, 5, 6, 255]) }),
};

async function openBus(): Promise<SessionBus> {
  const session = await startSessionBus();
  cleanUps.push(() => session.stop());
  return session;
}

function openBoard(session: SessionBus, icon = look.icon) {
  const noted: string[] = [];
  const bugs: unknown[] = [];
  const socket = sessionBusSocket(session.env) ?? '';
  const board = createBusNotices(socket, { ...look, icon }, aSpareBoard(noted), (problem) => bugs.push(problem));
  return { board, bugs, noted, notice: (title: string, changes = {}) => aNotice(title, noted, changes) };
}

async function openDesktop(capabilities?: readonly string[]) {
  const session = await openBus();
  const server = await startNotificationServer(session, capabilities);
  return { session, server, ...openBoard(session) };
}

async function everyoneOn(bus: MessageBus): Promise<readonly string[]> {
  const name = 'org.freedesktop.DBus';
  const answer = await bus.call(
    new Message({ destination: name, path: '/org/freedesktop/DBus', interface: name, member: 'ListNames' }),
  );
  const names: readonly unknown[] = answer?.body[0] ?? [];
  return names.map(String).filter((one) => one.startsWith(':'));
}

const first = (server: NotificationServer) => server.shown()[0];

describe.skipIf(process.platform !== 'linux')('notifications over the bus of a Linux desktop', () => {
  test('a newer one takes the place of the older, also when it comes before the older has its number', async () => {
    const { server, board, noted, notice } = await openDesktop();
    board.show('call', notice('rings', { stays: true }));
    board.show('call', notice('missed', { body: 'Queue 902' }));
    board.show('line', notice('lost'));
    await expect.poll(() => noted).toEqual(['rings: shown', 'missed: shown', 'lost: shown']);
    expect(server.all().map(({ title, replaces, timeoutMs }) => [title, replaces, timeoutMs])).toEqual([
      ['rings', 0, 0],
      ['missed', 1, -1],
      ['lost', 0, -1],
    ]);
    expect(server.titles()).toEqual(['missed', 'lost']);
    expect(first(server)).toMatchObject({ body: 'Queue 902', icon: [2, 1] });
  });

  test('its button and a click on it are told apart, each for what stands there now', async () => {
    const { server, board, noted, notice } = await openDesktop();
    board.show('call', notice('rings'));
    board.show('call', notice('missed', { button: 'تماس دوباره' }));
    await expect.poll(() => noted).toHaveLength(2);
    expect(first(server)?.actions).toEqual(['default', 'button']);
    server.press(first(server));
    await expect.poll(() => noted.at(-1)).toBe('missed: press');
    board.show('call', notice('missed again'));
    await expect.poll(() => noted.at(-1)).toBe('missed again: shown');
    // The other was closed by the press, so there was no place to take.
    expect(first(server)).toMatchObject({ replaces: 0, actions: ['default'] });
    server.click(first(server));
    await expect.poll(() => noted.at(-1)).toBe('missed again: click');
  });

  test('a desktop without buttons gets none', async () => {
    const { server, board, noted, notice } = await openDesktop(['body']);
    board.show('call', notice('missed', { button: 'Call back' }));
    await expect.poll(() => noted).toEqual(['missed: shown']);
    expect(first(server)?.actions).toEqual([]);
  });

  test('what another program says of it counts for nothing', async () => {
    const { session, server, board, noted, notice } = await openDesktop();
    board.show('call', notice('missed', { button: 'Call back' }));
    await expect.poll(() => noted).toEqual(['missed: shown']);
    const stranger = session.connect();
    for (const name of await everyoneOn(stranger)) {
      signal(stranger, 'ActionInvoked', 'us', [1, 'button'], name);
      signal(stranger, 'NotificationClosed', 'uu', [1, 2], name);
    }
    // Whatever is asked of the bus behind the signal is answered behind it.
    await stranger.requestName('org.example.Stranger', 0);
    server.click(first(server));
    await expect.poll(() => noted.at(-1)).toBe('missed: click');
    expect(noted).toEqual(['missed: shown', 'missed: click']);
  });

  test('one that fails is shown otherwise and told of, and does not silence those after it', async () => {
    const session = await openBus();
    const server = await startNotificationServer(session);
    let isBroken = true;
    const { board, noted, bugs, notice } = openBoard(session, () => {
      if (isBroken) throw new TypeError('a bug');
      return look.icon();
    });
    board.show('call', notice('rings'));
    await expect.poll(() => noted).toEqual(['spare shows call']);
    isBroken = false;
    const deaf = notice('lost');
    board.show('line', {
      ...deaf,
      on: {
        ...deaf.on,
        shown: () => {
          throw new TypeError('another');
        },
      },
    });
    board.show('call', notice('missed'));
    await expect.poll(() => noted).toEqual(['spare shows call', 'missed: shown']);
    expect(server.titles()).toEqual(['lost', 'missed']);
    expect(bugs).toHaveLength(2);
    await board.closeAll();
  });

  test('what is over is taken away, at the end all of it', async () => {
    const { server, board, notice } = await openDesktop();
    for (const key of ['one', 'two', 'three']) board.show(key, notice(key));
    board.close('two');
    await expect.poll(server.titles).toEqual(['one', 'three']);
    expect(server.all()).toHaveLength(3);
    await board.closeAll();
    expect(server.titles()).toEqual([]);
  });

  test('without a desktop that shows it, the other way is taken; a desktop that comes later is found', async () => {
    const session = await openBus();
    const { board, noted, notice } = openBoard(session);
    board.show('call', notice('rings'));
    await expect.poll(() => noted).toEqual(['spare shows call']);
    const before = await startNotificationServer(session);
    board.show('call', notice('missed'));
    await expect.poll(() => noted.at(-1)).toBe('missed: shown');
    await before.leave();
    const after = await startNotificationServer(session);
    board.show('call', notice('again'));
    await expect.poll(() => noted.at(-1)).toBe('again: shown');
    // The number was given by the one that left.
    expect(after.all().map(({ replaces }) => replaces)).toEqual([0]);
    await after.leave();
    board.show('call', notice('nowhere'));
    await expect.poll(() => noted.at(-1)).toBe('spare shows call');
  });

  test('a bus that ends takes nothing with it but its notifications', async () => {
    const session = await startSessionBus();
    await startNotificationServer(session);
    const { board, noted, notice } = openBoard(session);
    board.show('call', notice('rings'));
    await expect.poll(() => noted).toEqual(['rings: shown']);
    await session.stop();
    board.show('call', notice('missed'));
    await expect.poll(() => noted.at(-1)).toBe('spare shows call');
    await board.closeAll();
  });
});
