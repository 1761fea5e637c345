import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Approach, createApproach } from '../../electron/pbx/approach.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import { accessTo, sampleOriginate, shortTimeouts } from '../support/misbehaving-client.ts';

const credentials = { user: 'user', password: 'password', token: 'token' };
let server: Server;
let sockets: Socket[];
let origin: string;

/** A PBX that takes every call; says which connections were made to it. */
beforeEach(async () => {
  sockets = [];
  server = createServer((request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ success: 1, message: '', data: { originated_call_id: 'orig.call.1' } }));
    });
  });
  server.on('connection', (socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 5 }).toBe(true);
const client = (address: () => string) =>
  createPbxClient({ access: () => accessTo(address(), {}, credentials), clock: Date.now, timeouts: shortTimeouts });

describe('a call whose connection was begun before', () => {
  it('is asked for on that connection, and the next one on another', async () => {
    const pbx = client(() => origin);
    pbx.approach();
    await until(() => sockets.length === 1);
    // Typed on meanwhile.
    pbx.approach();
    expect(await pbx.originate(sampleOriginate)).toMatchObject({ outcome: 'accepted' });
    expect(sockets).toHaveLength(1);
    expect(await pbx.originate(sampleOriginate)).toMatchObject({ outcome: 'accepted' });
    expect(sockets).toHaveLength(2);
  });

  it('is asked for on a new one where the PBX has closed it', async () => {
    const pbx = client(() => origin);
    pbx.approach();
    await until(() => sockets.length === 1);
    const closed = once(sockets[0] as Socket, 'close');
    sockets[0]?.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    sockets[0]?.destroySoon();
    await closed;
    expect(await pbx.originate(sampleOriginate)).toMatchObject({ outcome: 'accepted' });
    expect(sockets).toHaveLength(2);
  });

  it('is asked of the PBX that is set by then', async () => {
    let address = origin;
    const pbx = client(() => address);
    pbx.approach();
    await until(() => sockets.length === 1);
    const left = once(sockets[0] as Socket, 'close');
    address = origin.replace('127.0.0.1', 'localhost');
    await pbx.originate(sampleOriginate);
    await left;
    expect(sockets[0]?.bytesRead).toBe(0);
  });
});

describe('a connection that nobody asks for', () => {
  it('is closed after a while, with nothing sent on it', async () => {
    const approach: Approach = createApproach(50);
    approach.begin(origin, null);
    await until(() => sockets.length === 1);
    await once(sockets[0] as Socket, 'close');
    expect(sockets[0]?.bytesRead).toBe(0);
    const { socket } = approach.take(origin, null);
    await until(() => sockets.length === 2);
    socket.destroy();
  });
});
