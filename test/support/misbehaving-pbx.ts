import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** What it does on a connection once a whole request has arrived, or at once with `on: 'connection'`. */
export interface Misbehaviour {
  readonly tls?: TlsOptions;
  readonly on?: 'request' | 'connection';
  readonly act: (socket: Socket, pbx: MisbehavingPbx) => void;
}

/** A server that stands where a PBX should be. It speaks raw bytes, so that it can get everything wrong. */
export class MisbehavingPbx {
  readonly #misbehaviour: Misbehaviour;
  readonly #sockets = new Set<Socket>();
  readonly #requests: string[] = [];
  #server: Server | null = null;
  #bytesOfClosed = 0;
  connections = 0;
  /** Of requests, after decryption. */
  decryptedBytes = 0;

  constructor(misbehaviour: Misbehaviour) {
    this.#misbehaviour = misbehaviour;
  }

  /** Every request as it came in, head and body; with TLS as it was after decryption. */
  get requests(): readonly string[] {
    return this.#requests;
  }

  get bytesSent(): number {
    return [...this.#sockets].reduce(
      (sum, socket) => sum + socket.bytesWritten - socket.writableLength,
      this.#bytesOfClosed,
    );
  }

  get port(): number {
    const address = this.#server?.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async start(): Promise<this> {
    const { tls } = this.#misbehaviour;
    const server = createServer((socket) => this.#count(socket));
    if (tls === undefined) {
      server.on('connection', (socket: Socket) => this.#serve(socket));
    } else {
      const tlsServer = createTlsServer(tls, (socket) => this.#serve(socket));
      // A client that does not like the certificate leaves in the middle of the handshake.
      tlsServer.on('tlsClientError', () => undefined);
      server.on('connection', (socket: Socket) => tlsServer.emit('connection', socket));
    }
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    if (server !== null) {
      server.close();
      await once(server, 'close');
    }
  }

  #count(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#bytesOfClosed += socket.bytesWritten - socket.writableLength;
      this.#sockets.delete(socket);
    });
  }

  #serve(socket: Socket): void {
    let received = '';
    socket.on('error', () => undefined);
    if (this.#misbehaviour.on === 'connection') {
      this.#misbehaviour.act(socket, this);
    }
    socket.on('data', (chunk) => {
      this.decryptedBytes += chunk.length;
      received += chunk.toString('utf8');
      for (let length = requestLength(received); length !== null; length = requestLength(received)) {
        this.#requests.push(received.slice(0, length));
        received = received.slice(length);
        if (this.#misbehaviour.on !== 'connection') {
          this.#misbehaviour.act(socket, this);
        }
      }
    });
  }
}

/** Of the first whole request in the text; the tests send ASCII bodies only. */
function requestLength(text: string): number | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) {
    return null;
  }
  const declared = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, headEnd))?.[1] ?? '0';
  const length = headEnd + 4 + Number(declared);
  return text.length >= length ? length : null;
}
