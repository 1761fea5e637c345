import { aligned, type BusValue, roundedUp, signatureOf, withSignature, withText, withValue } from './bus-values.ts';

/** Messages of D-Bus (dbus.freedesktop.org, D-Bus Specification), as far as calls of ours and hearing signals takes. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly parameters: readonly BusValue[];
  /** The program that is called may be started for it; otherwise nothing is started just because we asked. */
  readonly mayStart?: boolean;
}

export interface BusAnswer {
  readonly kind: 'return' | 'error' | 'signal' | 'other';
  /** Of the call it answers. */
  readonly toSerial: number | null;
  /** Of a signal, its name. */
  readonly member: string;
  /** Who sent it, by the name that only the bus gives. */
  readonly sender: string;
  /** What its body holds. */
  readonly signature: string;
  readonly body: Buffer;
}

const littleEndian = 'l'.charCodeAt(0);
const callType = 1;
const noAutoStart = 2;
const version = 1;
const fixedHeadBytes = 16;
const kinds: Readonly<Record<number, BusAnswer['kind']>> = { 2: 'return', 3: 'error', 4: 'signal' };
const field = { path: 1, interface: 2, member: 3, replySerial: 5, destination: 6, sender: 7, signature: 8 };

export function writeCall(call: BusCall, serial: number): Buffer {
  const body = call.parameters.reduce<Buffer>(withValue, Buffer.alloc(0));
  let fields: Buffer = withField(Buffer.alloc(0), field.path, 'o', call.path);
  fields = withField(fields, field.interface, 's', call.interface);
  fields = withField(fields, field.member, 's', call.member);
  fields = withField(fields, field.destination, 's', call.destination);
  if (call.parameters.length > 0)
    fields = withField(fields, field.signature, 'g', call.parameters.map(signatureOf).join(''));
  const head = Buffer.alloc(fixedHeadBytes);
  head.set([littleEndian, callType, call.mayStart === true ? 0 : noAutoStart, version]);
  head.writeUInt32LE(body.length, 4);
  head.writeUInt32LE(serial, 8);
  head.writeUInt32LE(fields.length, 12);
  return Buffer.concat([aligned(Buffer.concat([head, fields]), 8), body]);
}

/** The first message in what was received and what follows it; null while it is not complete. Throws when it is none. */
export function readMessage(received: Buffer): { readonly message: BusAnswer; readonly rest: Buffer } | null {
  if (received.length < fixedHeadBytes) return null;
  if (received[0] !== littleEndian || received[3] !== version) throw new Error('Not a message of this computer’s bus');
  const fieldsEnd = fixedHeadBytes + received.readUInt32LE(12);
  const bodyStart = roundedUp(fieldsEnd, 8);
  const end = bodyStart + received.readUInt32LE(4);
  if (received.length < end) return null;
  return {
    message: {
      kind: kinds[received.readUInt8(1)] ?? 'other',
      ...readFields(received.subarray(0, fieldsEnd)),
      body: received.subarray(bodyStart, end),
    },
    rest: received.subarray(end),
  };
}

/** A body that is one variant: whether it holds a true. */
export function holdsTrue(body: Buffer): boolean {
  return body.length >= 8 && body.toString('latin1', 0, 3) === '\u0001b\0' && body.readUInt32LE(4) === 1;
}

function readFields(head: Buffer): Omit<BusAnswer, 'kind' | 'body'> {
  const texts = new Map<number, string>();
  let toSerial: number | null = null;
  let at = fixedHeadBytes;
  while (at + 4 <= head.length) {
    const code = head.readUInt8(at);
    const type = head.toString('latin1', at + 2, at + 3);
    at += 4;
    if (type === 'u') {
      if (code === field.replySerial) toSerial = head.readUInt32LE(at);
      at += 4;
    } else {
      const lengthBytes = type === 'g' ? 1 : 4;
      const length = type === 'g' ? head.readUInt8(at) : head.readUInt32LE(at);
      texts.set(code, head.toString('utf8', at + lengthBytes, at + lengthBytes + length));
      at += lengthBytes + length + 1;
    }
    at = roundedUp(at, 8);
  }
  const text = (code: number) => texts.get(code) ?? '';
  return { toSerial, member: text(field.member), sender: text(field.sender), signature: text(field.signature) };
}

function withField(bytes: Buffer, code: number, type: 'o' | 's' | 'g', text: string): Buffer {
  const begun = Buffer.concat([aligned(bytes, 8), Buffer.from([code, 1, type.charCodeAt(0), 0])]);
  return type === 'g' ? withSignature(begun, text) : withText(begun, text);
}
