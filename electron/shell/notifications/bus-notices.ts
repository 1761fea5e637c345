import type { BusAnswer, BusCall } from '../session-bus/bus-message.ts';
import { type BusPicture, type BusValue, readValues } from '../session-bus/bus-values.ts';
import { connectToSessionBus, type SessionBus, toBus } from '../session-bus/session-bus.ts';
import type { Notice, NoticeBoard } from './notice.ts';

const server = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const itsSignals = `type='signal',sender='${server}',interface='${server}',path='${path}'`;
/** The desktop's own word for a click on the notification itself. */
const clicked = 'default';
const pressed = 'button';
const byItself = -1;
const never = 0;

export interface NoticeLook {
  readonly programName: string;
  readonly desktopEntry: string;
  readonly icon: () => BusPicture;
}

/** The program that shows notifications, as it answered now. */
interface Server {
  readonly bus: SessionBus;
  readonly hasButtons: boolean;
}

/**
 * The notifications of a Linux desktop, over its bus: unlike Electron's they take each other's place and have buttons. What the bus does
 * not take goes to the other board.
 */
export function createBusNotices(
  socket: string,
  look: NoticeLook,
  otherwise: NoticeBoard,
  onBug: (problem: unknown) => void,
): NoticeBoard {
  const shown = new Map<string, { readonly id: number; readonly notice: Notice }>();
  let connection: Promise<SessionBus | null> | null = null;
  let serverName = '';
  let last: Promise<void> = Promise.resolve();
  /** In the order in which they were asked for: what is to be replaced or taken away has to have its number first. */
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    // One that fails does not silence those after it.
    last = last.then(work).catch(onBug);
    return last;
  };
  const noneAfter = (problem: unknown): null => {
    onBug(problem);
    return null;
  };
  const heard = ({ member, sender, signature, body }: BusAnswer) => {
    // A click may place a call, and any program can send a signal.
    if (sender !== serverName) return;
    const [id, action] = readValues(signature, body) ?? [];
    const [key, known] = [...shown].find(([, one]) => one.id === id) ?? [];
    if (key === undefined || known === undefined) return;
    if (member === 'NotificationClosed') shown.delete(key);
    if (member === 'ActionInvoked' && action === clicked) known.notice.on.click();
    if (member === 'ActionInvoked' && action === pressed) known.notice.on.press();
  };
  const enter = async (): Promise<SessionBus | null> => {
    const end = () => {
      connection = null;
      shown.clear();
    };
    const bus = await connectToSessionBus(socket, { signal: heard, end });
    await bus?.call(toBus('AddMatch', [itsSignals]));
    return bus;
  };
  /** Asked each time: it comes, goes and is exchanged while we run, and numbers of another one mean nothing. */
  const findServer = async (): Promise<Server | null> => {
    connection ??= enter().catch(noneAfter);
    const bus = await connection;
    if (bus === null) connection = null;
    const answer = await bus?.call({ ...toServer('GetCapabilities', []), mayStart: true });
    if (bus === null || answer === null || answer === undefined) return null;
    if (answer.sender !== serverName) shown.clear();
    serverName = answer.sender;
    const [abilities] = readValues(answer.signature, answer.body) ?? [];
    return { bus, hasButtons: Array.isArray(abilities) && abilities.includes('actions') };
  };
  const put = async (key: string, notice: Notice): Promise<boolean> => {
    const found = await findServer();
    if (found === null) return false;
    const answer = await found.bus.call(
      toServer('Notify', parameters(notice, shown.get(key)?.id ?? 0, found.hasButtons, look)),
    );
    const [id] = answer === null ? [] : (readValues(answer.signature, answer.body) ?? []);
    if (typeof id !== 'number') return false;
    shown.set(key, { id, notice });
    return true;
  };
  const takeAway = async (key: string): Promise<void> => {
    const known = shown.get(key);
    shown.delete(key);
    otherwise.close(key);
    if (known === undefined) return;
    await (await connection)?.call(toServer('CloseNotification', [{ as: 'u', value: known.id }]));
  };
  return {
    show: (key, notice) =>
      void inOrder(async () => {
        if (!(await put(key, notice).catch(noneAfter))) {
          shown.delete(key);
          otherwise.show(key, notice);
          return;
        }
        otherwise.close(key);
        notice.on.shown();
      }),
    close: (key) => void inOrder(() => takeAway(key)),
    closeAll: () =>
      inOrder(async () => {
        await Promise.all([...shown.keys()].map(takeAway));
        await otherwise.closeAll();
      }),
  };
}

function parameters(notice: Notice, replaces: number, hasButtons: boolean, look: NoticeLook): readonly BusValue[] {
  const button = notice.button === null ? [] : [pressed, notice.button];
  return [
    look.programName,
    { as: 'u', value: replaces },
    '',
    notice.title,
    notice.body,
    { as: 'as', value: hasButtons ? [clicked, notice.open, ...button] : [] },
    {
      as: 'a{sv}',
      value: {
        'desktop-entry': look.desktopEntry,
        'image-data': { as: '(iiibiiay)', value: look.icon() },
        // The phone is to be heard.
        'suppress-sound': { as: 'b', value: true },
      },
    },
    { as: 'i', value: notice.stays ? never : byItself },
  ];
}

function toServer(member: string, given: readonly BusValue[]): BusCall {
  return { destination: server, path, interface: server, member, parameters: given };
}
