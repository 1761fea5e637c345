import type { XConnection } from './x-connection.ts';

export type SelectionName = 'PRIMARY' | 'CLIPBOARD';

/** More than is searched for numbers, in any script; the rest is not read. */
const mostBytes = 512 * 1024;

const opcode = { createWindow: 1, internAtom: 16, deleteProperty: 19, getProperty: 20, convertSelection: 24 } as const;
const event = { reply: 1, propertyNotify: 28, selectionNotify: 31 } as const;
const propertyChanges = 1 << 22;
const sentByClient = 0x80;

/**
 * What is selected, as its owner hands it out: the server only passes the question on, so this waits for as long as that program
 * takes. Null when nobody has a selection, or none of text.
 */
export async function readSelection(server: XConnection, name: SelectionName): Promise<string | null> {
  const atoms = {
    selection: await internAtom(server, name),
    property: await internAtom(server, 'DIALDESK_SELECTION'),
    incremental: await internAtom(server, 'INCR'),
  };
  server.send(createWindow(server));
  for (const [target, encoding] of [
    ['UTF8_STRING', 'utf8'],
    ['STRING', 'latin1'],
  ] as const) {
    server.send(
      request(opcode.convertSelection, 0, [
        server.windowId,
        atoms.selection,
        await internAtom(server, target),
        atoms.property,
        0,
      ]),
    );
    const answer = await eventOf(server, event.selectionNotify);
    // Refused: the owner does not have it in this form, or there is no owner.
    if (answer.readUInt32LE(20) === 0) continue;
    return (await takeProperty(server, atoms)).toString(encoding);
  }
  return null;
}

/** A long text comes in pieces: each is handed over when the one before was taken away. */
async function takeProperty(
  server: XConnection,
  atoms: { readonly property: number; readonly incremental: number },
): Promise<Buffer> {
  const whole = await getProperty(server, atoms.property);
  if (whole.type !== atoms.incremental) return whole.value;
  let taken = Buffer.alloc(0);
  for (;;) {
    server.send(request(opcode.deleteProperty, 0, [server.windowId, atoms.property]));
    await newValue(server, atoms.property);
    const { value } = await getProperty(server, atoms.property);
    if (value.length === 0) return taken;
    // Taken away to the end, also what is not read: its owner goes on only then.
    if (taken.length < mostBytes) taken = Buffer.concat([taken, value]).subarray(0, mostBytes);
  }
}

async function getProperty(server: XConnection, property: number) {
  server.send(request(opcode.getProperty, 0, [server.windowId, property, 0, 0, mostBytes / 4]));
  const answer = await replyOf(server);
  const bytes = (answer.readUInt32LE(16) * (answer[1] ?? 0)) / 8;
  return { type: answer.readUInt32LE(8), value: answer.subarray(32, 32 + bytes) };
}

async function newValue(server: XConnection, property: number): Promise<void> {
  for (;;) {
    const message = await eventOf(server, event.propertyNotify);
    if (message.readUInt32LE(8) === property && message[16] === 0) return;
  }
}

async function internAtom(server: XConnection, name: string): Promise<number> {
  const head = Buffer.alloc(8);
  const text = Buffer.alloc(Math.ceil(name.length / 4) * 4);
  text.write(name, 'latin1');
  head.writeUInt8(opcode.internAtom, 0);
  head.writeUInt16LE((head.length + text.length) / 4, 2);
  head.writeUInt16LE(name.length, 4);
  server.send(Buffer.concat([head, text]));
  return (await replyOf(server)).readUInt32LE(8);
}

/** Never seen: only a place that the text is put down at. */
function createWindow({ windowId, root }: XConnection): Buffer {
  const inputOnly = 2;
  const eventMask = 1 << 11;
  const size = 1 | (1 << 16);
  return request(opcode.createWindow, 0, [windowId, root, 0, size, inputOnly << 16, 0, eventMask, propertyChanges]);
}

function request(code: number, detail: number, values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 + values.length * 4);
  buffer.writeUInt8(code, 0);
  buffer.writeUInt8(detail, 1);
  buffer.writeUInt16LE(buffer.length / 4, 2);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, 4 + index * 4);
  return buffer;
}

const replyOf = (server: XConnection) => messageOf(server, event.reply);
const eventOf = (server: XConnection, kind: number) => messageOf(server, kind);

async function messageOf(server: XConnection, kind: number): Promise<Buffer> {
  for (;;) {
    const message = await server.receive();
    const code = (message[0] ?? 0) & ~sentByClient;
    if (code === 0) throw new Error(`The X server found a fault (${message[1]})`);
    if (code === kind) return message;
  }
}
