import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { manifestName } from '../../electron/updates/manifest.ts';
import type { UpdateSettings } from '../../shared/settings/schema.ts';
import { type CertificateName, certificatePem, serverTls } from './tls-fixtures.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Of this system; the other names are the names of packages. */
export const manifest = manifestName(process.arch);

export const packageName = 'Dialdesk-9.0.0.AppImage';

/** What stands in the file of the program, in place of a hundred megabytes. */
export const runningVersion = 'the version that runs';

/** An administrator's server with newer versions, over TLS and with a key of its own, which can get everything wrong. */
export class UpdateFeed {
  readonly #files = new Map<string, Answer>();
  readonly #server: Server;
  readonly #key: KeyObject;
  readonly publicKey: string;
  /** Paths that were asked for. */
  readonly asked: string[] = [];

  constructor(certificate: CertificateName = 'self-signed') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#key = privateKey;
    this.publicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    this.#server = createServer(serverTls(certificate), (request, response) => {
      const path = request.url ?? '';
      this.asked.push(path);
      const answer = this.#files.get(decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)));
      if (answer === undefined) response.writeHead(404).end('nothing here');
      else answer(request, response);
    });
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get settings(): UpdateSettings {
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return {
      feed: `https://127.0.0.1:${port}/dialdesk`,
      key: this.publicKey,
      certificate: certificatePem('self-signed'),
    };
  }

  answer(name: string, answer: Answer): this {
    this.#files.set(name, answer);
    return this;
  }

  put(name: string, content: string | Buffer): this {
    return this.answer(name, (_request, response) => response.end(content));
  }

  /** A manifest and its signature. */
  putSigned(text: string, signedAs = manifest): this {
    return this.put(manifest, text).put(`${manifest}.sig`, signatureOf(signedAs, text, this.#key));
  }

  /** A version as electron-builder publishes it, signed. `named`: what the manifest says of the package and is signed as, where that is not so. */
  offer(
    version: string,
    content: Buffer,
    named: { url?: string; sha512?: string; size?: number; signedAs?: string } = {},
  ): this {
    const { url = packageName, sha512 = sha512Of(content), size = content.length, signedAs } = named;
    return this.put(url, content).putSigned(
      [
        `version: ${version}`,
        'files:',
        `  - url: ${JSON.stringify(url)}`,
        `    sha512: ${sha512}`,
        `    size: ${size}`,
        `path: ${JSON.stringify(url)}`,
        `sha512: ${sha512}`,
        "releaseDate: '2026-11-22T10:00:00.000Z'",
        '',
      ].join('\n'),
      signedAs,
    );
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

export function signatureOf(name: string, text: string, key: KeyObject): string {
  return `${sign(null, Buffer.from(`${name}\n${text}`), key).toString('base64')}\n`;
}

export function sha512Of(content: Buffer): string {
  return createHash('sha512').update(content).digest('base64');
}
