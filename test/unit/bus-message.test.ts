import { describe, expect, it } from 'vitest';
import { holdsTrue, readMessage, writeCall } from '../../electron/shell/session-bus/bus-message.ts';
import { sessionBusSocket } from '../../electron/shell/session-bus/session-bus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const asked = writeCall(
  { destination: 'org.a', path: '/a', interface: 'org.a.B', member: 'Get', parameters: ['one', 'zwei'] },
  7,
);

describe('a message of the session bus', () => {
  it('is as long as it says, and what follows it stays', () => {
    const twice = Buffer.concat([asked, asked]);
    expect(readMessage(twice)?.rest.equals(asked)).toBe(true);
    for (let length = 0; length < asked.length; length += 1) expect(readMessage(asked.subarray(0, length))).toBeNull();
  });

  it('holds its texts one after the other, each at a multiple of four', () => {
    const body = readMessage(asked)?.message.body.toString('latin1');
    expect(body).toBe('\u0003\0\0\0one\0\u0004\0\0\0zwei\0');
  });

  it('is refused when it is none, and never waited for in vain', () => {
    expect(() => readMessage(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toThrow();
    for (let at = 0; at < asked.length; at += 1) {
      const broken = Buffer.from(asked);
      broken[at] = 255;
      try {
        readMessage(broken);
      } catch (problem) {
        expect(problem).toBeInstanceOf(Error);
      }
    }
  });

  it('holds a true only where its value is one', () => {
    const variant = (...bytes: number[]) => Buffer.from([1, 'b'.charCodeAt(0), 0, 0, ...bytes]);
    expect(holdsTrue(variant(1, 0, 0, 0))).toBe(true);
    expect(holdsTrue(variant(0, 0, 0, 0))).toBe(false);
    expect(holdsTrue(Buffer.from([1, 'u'.charCodeAt(0), 0, 0, 1, 0, 0, 0]))).toBe(false);
    expect(holdsTrue(Buffer.alloc(0))).toBe(false);
  });
});

describe('the socket of the session bus', () => {
  it.each([
    ['unix:path=/run/user/1/bus', '/run/user/1/bus'],
    ['unix:path=/tmp/a%2cb,guid=1', '/tmp/a,b'],
    ['unix:guid=1,path=/tmp/c', '/tmp/c'],
    ['tcp:host=10.0.0.1,port=1;unix:path=/tmp/d', '/tmp/d'],
    ['unix:path=/tmp/100%', null],
    ['unix:path=/tmp/%zz;unix:path=/tmp/e', '/tmp/e'],
    ['disabled:', null],
    ['autolaunch:', null],
    ['tcp:host=10.0.0.1,port=1', null],
  ])('of %s is %s', (address, socket) => {
    expect(sessionBusSocket({ DBUS_SESSION_BUS_ADDRESS: address })).toBe(socket);
  });

  it('is at its usual place only when it is there', () => {
    expect(sessionBusSocket({})).toBeNull();
    expect(sessionBusSocket({ XDG_RUNTIME_DIR: temporaryFolder() })).toBeNull();
  });
});
