import { createHash } from 'node:crypto';
import { DBusError, Message, type MessageBus, Variant } from '@particle/dbus-next';
import { expect } from '@playwright/test';
import type { SessionBus } from './session-bus.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const itemPath = '/StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';
const propertiesInterface = 'org.freedesktop.DBus.Properties';

/** An entry of a tray's menu as the panel would draw it. */
export interface TrayEntry {
  readonly id: number;
  /** Empty for a line between entries. */
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean | null;
  readonly entries: readonly TrayEntry[];
}

/** What a panel shows of the app, and what a person does with it. */
export interface TrayItem {
  tooltip(): Promise<string>;
  /** Tells pictures apart. */
  picture(): Promise<string>;
  pictureSizes(): Promise<readonly number[]>;
  menu(): Promise<readonly TrayEntry[]>;
  labels(): Promise<readonly string[]>;
  /** The entry whose label is, or begins with, the text. */
  choose(label: string): Promise<void>;
  /** A click on the icon. */
  activate(): Promise<void>;
}

/** A panel with a tray, as far as programs can tell. */
export interface TrayHost {
  /** The app's item, once it registered itself. */
  item(): Promise<TrayItem>;
  registered(): number;
  /** The panel goes away. */
  leave(): Promise<void>;
}

/** Programs look for it when they start, so it has to be there before them. */
export async function startTrayHost(session: SessionBus): Promise<TrayHost> {
  const bus = session.connect();
  const items: string[] = [];
  bus.addMethodHandler((message: Message) => {
    if (message.path !== '/StatusNotifierWatcher') return false;
    if (message.member === 'RegisterStatusNotifierItem') items.push(message.sender);
    bus.send(answer(message, items));
    return true;
  });
  await bus.requestName(watcherName, 0);
  return {
    async item() {
      await expect.poll(() => items.length).toBeGreaterThan(0);
      return createItem(bus, items.at(-1) ?? '');
    },
    registered: () => items.length,
    async leave() {
      await bus.releaseName(watcherName);
    },
  };
}

function answer(message: Message, items: readonly string[]): Message {
  const properties: Record<string, Variant> = {
    IsStatusNotifierHostRegistered: new Variant('b', true),
    ProtocolVersion: new Variant('i', 0),
    RegisteredStatusNotifierItems: new Variant('as', [...items]),
  };
  if (message.interface !== propertiesInterface) return Message.newMethodReturn(message);
  if (message.member === 'GetAll') return Message.newMethodReturn(message, 'a{sv}', [properties]);
  const asked = properties[String(message.body[1])];
  if (message.member === 'Get' && asked !== undefined) return Message.newMethodReturn(message, 'v', [asked]);
  return Message.newError(message as never, 'org.freedesktop.DBus.Error.UnknownProperty', 'unknown');
}

function createItem(bus: MessageBus, owner: string): TrayItem {
  const property = async (name: string): Promise<unknown> => {
    const [value] = await call(bus, owner, itemPath, propertiesInterface, 'Get', 'ss', [itemInterface, name]);
    return (value as Variant).value;
  };
  const menuPath = async () => String(await property('Menu'));
  const pictures = async () => (await property('IconPixmap')) as readonly (readonly [number, number, Uint8Array])[];
  const menu = async () => {
    const parameters = [0, -1, []];
    const [, root] = await call(bus, owner, await menuPath(), menuInterface, 'GetLayout', 'iias', parameters);
    return readEntry(root).entries;
  };
  return {
    async tooltip() {
      const [, , title, text] = (await property('ToolTip')) as readonly [string, unknown, string, string];
      return title === '' ? text : title;
    },
    async picture() {
      const hash = createHash('sha256');
      for (const [, , pixels] of await pictures()) hash.update(pixels);
      return hash.digest('hex');
    },
    pictureSizes: async () => (await pictures()).map(([width]) => width),
    menu,
    labels: async () => flat(await menu()).map(({ label }) => label),
    async choose(label) {
      const click = async () => {
        const entry = flat(await menu()).find((known) => known.label.startsWith(label));
        if (entry === undefined) throw new Error(`No entry ${label} in ${JSON.stringify(await menu())}`);
        const parameters = [entry.id, 'clicked', new Variant('i', 0), 0];
        await call(bus, owner, await menuPath(), menuInterface, 'Event', 'isvu', parameters);
      };
      // Drawn anew between the look and the click: the entry has another id, and the click reached none.
      await click().catch((problem: unknown) => {
        if (problem instanceof DBusError) return click();
        throw problem;
      });
    },
    async activate() {
      await call(bus, owner, itemPath, itemInterface, 'Activate', 'ii', [0, 0]);
    },
  };
}

function readEntry(node: unknown): TrayEntry {
  const [id, properties, children] = (node instanceof Variant ? node.value : node) as readonly [
    number,
    Readonly<Record<string, Variant>>,
    readonly unknown[],
  ];
  const state: unknown = properties['toggle-state']?.value;
  return {
    id,
    // An underscore marks the letter to press; two of them are one.
    label: String(properties['label']?.value ?? '').replace(/_(.)/g, '$1'),
    enabled: properties['enabled']?.value !== false,
    checked: typeof state === 'number' ? state === 1 : null,
    entries: children.map(readEntry),
  };
}

function flat(entries: readonly TrayEntry[]): readonly TrayEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.entries)]);
}

async function call(
  bus: MessageBus,
  destination: string,
  path: string,
  iface: string,
  member: string,
  signature: string,
  body: readonly unknown[],
): Promise<readonly unknown[]> {
  const reply = await bus.call(
    new Message({ destination, path, interface: iface, member, signature, body: [...body] }),
  );
  return reply?.body ?? [];
}
