import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { manifestName, readSigned } from '../../electron/updates/manifest.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type Answer, manifest, packageName, sha512Of, signatureOf, UpdateFeed } from '../support/update-feed.ts';
import { newer, updateRun } from '../support/update-run.ts';

const run = updateRun();

describe('A19: what a feed gets wrong is said, and nothing of it is installed', () => {
  it('an older version, though it is signed', async () => {
    run.feed.offer('0.0.9', newer);
    await run.program.expectRefused('older', run.feed.settings);
    expect(run.feed.asked).toHaveLength(2);
  });

  it('other bytes than the manifest names', async () => {
    run.feed.offer('9.0.0', newer, { sha512: sha512Of(Buffer.from('another file')) });
    await run.program.expectRefused('damaged', run.feed.settings);
  });

  it('a file that ends early, whether the connection breaks or not', async () => {
    run.feed.offer('9.0.0', newer).put(packageName, newer.subarray(0, 1000));
    await run.program.expectRefused('damaged', run.feed.settings);
    run.feed.answer(packageName, (_request, response) => {
      response.writeHead(200, { 'Content-Length': newer.length });
      response.write(newer.subarray(0, 1000), () => response.destroy());
    });
    await run.program.expectRefused('unreachable', run.feed.settings);
  });

  it('more bytes than the manifest names, without end', async () => {
    let sent = 0;
    run.feed.offer('9.0.0', newer).answer(packageName, (_request, response) => {
      const more = () => {
        while (!response.destroyed) {
          sent += newer.length;
          if (!response.write(newer)) break;
        }
      };
      response.on('drain', more);
      more();
    });
    await run.program.expectRefused('too-large', run.feed.settings);
    expect(sent).toBeLessThan(20 * newer.length);
  });

  it('a package that would fill the disk, by the manifest', async () => {
    run.feed.offer('9.0.0', newer, { size: 1024 ** 4 });
    await run.program.expectRefused('not-a-manifest', run.feed.settings);
  });

  it('a manifest without end', async () => {
    run.feed.offer('9.0.0', newer).answer(manifest, (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('# and so on\n'.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    await run.program.expectRefused('too-large', run.feed.settings);
  });

  it('a redirect to another host, of the manifest as of the package', async () => {
    const other = createServer((_request, response) => response.end(newer));
    const asked = vi.fn();
    other.on('request', asked);
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const away: Answer = (_request, response) =>
      void response.writeHead(302, { Location: `http://127.0.0.1:${port}/${packageName}` }).end();
    run.feed.offer('9.0.0', newer).answer(packageName, away);
    await run.program.expectRefused('redirected', run.feed.settings);
    run.feed.answer(manifest, away);
    await run.program.expectRefused('redirected', run.feed.settings);
    expect(asked).not.toHaveBeenCalled();
    other.close();
  });

  it('a page instead of a manifest', async () => {
    run.feed.putSigned('<!doctype html><html><body>Please sign in</body></html>');
    await run.program.expectRefused('not-a-manifest', run.feed.settings);
    run.feed.put(`${manifest}.sig`, '<!doctype html><html></html>');
    await run.program.expectRefused('not-signed', run.feed.settings);
  });

  it('a manifest without a signature, with one of another key, and one that was changed after it was signed', async () => {
    run.feed
      .offer('9.0.0', newer)
      .answer(`${manifest}.sig`, (_request, response) => void response.writeHead(404).end());
    await run.program.expectRefused('refused', run.feed.settings);
    const { privateKey } = generateKeyPairSync('ed25519');
    run.feed.offer('9.0.0', newer).put(`${manifest}.sig`, signatureOf(manifest, 'version: 9.0.0', privateKey));
    await run.program.expectRefused('wrong-signature', run.feed.settings);
    run.feed.offer('9.0.0', newer).put(manifest, 'version: 9.0.1\n');
    await run.program.expectRefused('wrong-signature', run.feed.settings);
    expect(run.feed.asked.some((path) => path.endsWith(packageName))).toBe(false);
  });

  it('the signed manifest of another processor, in the place of ours', async () => {
    run.feed.offer('9.0.0', newer, { signedAs: manifestName(process.arch === 'x64' ? 'arm64' : 'x64') });
    await run.program.expectRefused('wrong-signature', run.feed.settings);
  });

  it.each([
    '../Dialdesk-9.0.0.AppImage',
    '..%2f..%2fevil.AppImage',
    '/etc/evil.AppImage',
    'https://127.0.0.1/evil.AppImage',
    '.bashrc',
  ])('a package with a name that leads elsewhere (%s)', async (url) => {
    run.feed.offer('9.0.0', newer, { url });
    await run.program.expectRefused('not-a-manifest', run.feed.settings);
  });

  it('a server that keeps the line without sending anything', async () => {
    run.feed.offer('9.0.0', newer).answer(manifest, () => undefined);
    await run.program.expectRefused('slow', run.feed.settings);
  });

  it('a server that sends a manifest letter by letter, or stops in the middle of a package', async () => {
    const dripping: NodeJS.Timeout[] = [];
    run.feed.offer('9.0.0', newer).answer(manifest, (_request, response) => {
      dripping.push(setInterval(() => response.write('#'), 50));
    });
    await run.program.expectRefused('slow', run.feed.settings);
    for (const timer of dripping) clearInterval(timer);
    run.feed.offer('9.0.0', newer).answer(packageName, (_request, response) => {
      response.write(newer.subarray(0, 1000));
    });
    await run.program.expectRefused('slow', run.feed.settings);
  });

  it('a server with another certificate than the administrator named, or with one that nobody trusts', async () => {
    await run.feed.stop();
    run.feed = await new UpdateFeed('replaced').start();
    run.feed.offer('9.0.0', newer);
    await run.program.expectRefused('certificate', run.feed.settings);
    await run.program.expectRefused('certificate', { ...run.feed.settings, certificate: '' });
    expect(run.feed.asked).toEqual([]);
  });

  it('a server that is not there, and a certificate that cannot be read', async () => {
    const { settings } = run.feed;
    await run.feed.stop();
    await run.program.expectRefused('unreachable', settings);
    await run.program.expectRefused('settings', {
      ...settings,
      certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    });
  });

  it('a manifest in which nothing is for this system', async () => {
    run.feed.offer('9.0.0', newer, { url: 'Dialdesk-9.0.0.deb' });
    await run.program.expectRefused('refused', run.feed.settings);
  });

  it(`a signed manifest of which any bit was turned on its way, in ${sized(300, 5000)} ways (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const text = `version: 9.0.0\nfiles:\n  - url: ${packageName}\n    sha512: ${sha512Of(newer)}\n    size: 7\n`;
    const signature = signatureOf(manifest, text, privateKey);
    expect(readSigned(manifest, Buffer.from(text), signature, key).version).toBe('9.0.0');
    for (let time = 0; time < sized(300, 5000); time += 1) {
      const changed = Buffer.from(text);
      const bit = Math.floor(random() * changed.length * 8);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => readSigned(manifest, changed, signature, key), `bit ${bit}`).toThrow('wrong-signature');
    }
  });
});
