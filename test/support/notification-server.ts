import { Message, type MessageBus, type Variant } from '@particle/dbus-next';
import type { SessionBus } from './session-bus.ts';

const serverName = 'org.freedesktop.Notifications';
const serverPath = '/org/freedesktop/Notifications';

/** A notification as the desktop was asked to show it. */
export interface ShownNotification {
  readonly id: number;
  /** The one whose place it was to take; 0 for none. */
  readonly replaces: number;
  readonly title: string;
  readonly body: string;
  /** What can be done with it, by name. */
  readonly actions: readonly string[];
  /** Its icon, by width and height. */
  readonly icon: readonly [unknown, unknown] | null;
  readonly urgency: number;
  /** 0: it stays until it is taken away. */
  readonly timeoutMs: number;
}

/** The part of a desktop that shows notifications, as far as programs can tell. */
export interface NotificationServer {
  /** On the screen now, oldest first. */
  shown(): readonly ShownNotification[];
  titles(): readonly string[];
  /** All that were ever asked for. */
  all(): readonly ShownNotification[];
  /** The most that stood on the screen at the same time. */
  mostAtOnce(): number;
  click(notification: ShownNotification | undefined): void;
  press(notification: ShownNotification | undefined): void;
  /** A person swept it away. */
  dismiss(notification: ShownNotification | undefined): void;
  leave(): Promise<void>;
}

export async function startNotificationServer(
  session: SessionBus,
  capabilities: readonly string[] = ['actions', 'body', 'body-markup'],
): Promise<NotificationServer> {
  const bus = session.connect();
  const shown = new Map<number, ShownNotification>();
  const all: ShownNotification[] = [];
  let most = 0;
  const notify = ([, replaces, , title, body, actions, hints, timeoutMs]: readonly unknown[]): number => {
    const known = hints as Readonly<Record<string, Variant>>;
    const id = Number(replaces) === 0 ? all.length + 1 : Number(replaces);
    const picture = known['image-data']?.value;
    const notification: ShownNotification = {
      id,
      replaces: Number(replaces),
      icon: Array.isArray(picture) ? [picture[0], picture[1]] : null,
      title: String(title),
      body: String(body),
      actions: (actions as readonly string[]).filter((_, index) => index % 2 === 0),
      urgency: Number(known['urgency']?.value ?? 1),
      timeoutMs: Number(timeoutMs),
    };
    shown.set(id, notification);
    all.push(notification);
    most = Math.max(most, shown.size);
    return id;
  };
  const close = (id: number, reason: number) => {
    if (!shown.delete(id)) return;
    signal(bus, 'NotificationClosed', 'uu', [id, reason]);
  };
  bus.addMethodHandler((message: Message) => {
    if (message.path !== serverPath || message.interface !== serverName) return false;
    const reply = (signature: string, body: readonly unknown[]) =>
      bus.send(Message.newMethodReturn(message, signature, [...body]));
    if (message.member === 'GetCapabilities') reply('as', [[...capabilities]]);
    else if (message.member === 'GetServerInformation') reply('ssss', ['test', 'test', '1', '1.2']);
    else if (message.member === 'Notify') reply('u', [notify(message.body)]);
    else if (message.member === 'CloseNotification') {
      close(Number(message.body[0]), 3);
      bus.send(Message.newMethodReturn(message));
    } else return false;
    return true;
  });
  await bus.requestName(serverName, 0);
  const act = (notification: ShownNotification | undefined, action: string) => {
    const id = notification?.id ?? 0;
    signal(bus, 'ActionInvoked', 'us', [id, action]);
    close(id, 2);
  };
  return {
    shown: () => [...shown.values()],
    titles: () => [...shown.values()].map(({ title }) => withoutMarks(title)),
    all: () => all,
    mostAtOnce: () => most,
    click: (notification) => act(notification, 'default'),
    press: (notification) => act(notification, 'button'),
    dismiss: (notification) => close(notification?.id ?? 0, 2),
    async leave() {
      await bus.releaseName(serverName);
    },
  };
}

/** What the desktop says of a notification to everyone; anyone on the bus may say it, also to one program alone. */
export function signal(bus: MessageBus, name: string, signature: string, body: readonly unknown[], to?: string): void {
  const message = Message.newSignal(serverPath, serverName, name, signature, [...body]);
  if (to !== undefined) message.destination = to;
  bus.send(message);
}

/** As it reads: what keeps a number from turning around is not seen. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
