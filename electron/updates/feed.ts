import { createHash, X509Certificate } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { UpdateSettings } from '../../shared/settings/schema.ts';
import { createGuardedFetch, type FetchTimeouts, usualTimeouts } from '../pbx/guarded-fetch.ts';
import type { PinnedCertificate } from '../pbx/tls-trust.ts';
import { type Manifest, readSigned } from './manifest.ts';
import { failedFetch, UpdateFailure } from './update-failure.ts';

const largestManifestBytes = 64 * 1024;
const largestSignatureBytes = 1024;

export interface FeedTimeouts {
  readonly manifest: FetchTimeouts;
  readonly file: FetchTimeouts;
}

export const usualFeedTimeouts: FeedTimeouts = {
  manifest: usualTimeouts,
  // A hundred megabytes over a slow line, and no longer a wait than that for a server that only keeps the line.
  file: { ...usualTimeouts, idleMs: 30_000, totalMs: 60 * 60_000 },
};

export type ManifestFile = Manifest['files'][number];

/** What the administrator's server has, asked for by the one way to the network; failures are thrown as `UpdateFailure`. */
export function createFeed(
  { feed, key, certificate }: UpdateSettings,
  manifest: string,
  timeouts: FeedTimeouts = usualFeedTimeouts,
) {
  const folder = folderOf(feed);
  const fetchWith = (chosen: FetchTimeouts) =>
    createGuardedFetch({ origin: folder.origin, pinned: pinOf(certificate), timeouts: chosen });
  const request = (name: string) => ({
    method: 'GET' as const,
    path: `${folder.pathname}${encodeURIComponent(name)}`,
    headers: { 'Cache-Control': 'no-cache' },
    accept: '*/*',
  });

  const readWhole = async (name: string, maxBodyBytes: number): Promise<Uint8Array> => {
    const fetched = await fetchWith(timeouts.manifest)({ ...request(name), maxBodyBytes });
    if (!fetched.ok) throw failedFetch(fetched.failure);
    if (fetched.answer.status !== 200) throw new UpdateFailure('refused', String(fetched.answer.status));
    return fetched.answer.body;
  };

  return {
    address: (name: string) => new URL(encodeURIComponent(name), folder),
    async readManifest(): Promise<Manifest> {
      const text = await readWhole(manifest, largestManifestBytes);
      const signature = await readWhole(`${manifest}.sig`, largestSignatureBytes);
      return readSigned(manifest, text, Buffer.from(signature).toString('latin1'), key);
    },
    /** Into a file that is the program's own; what is there is whole and the one that the manifest names, or it fails. */
    async download(
      file: ManifestFile,
      destination: string,
      onProgress: (percent: number) => void,
      signal: AbortSignal,
    ): Promise<void> {
      const hash = createHash('sha512');
      let length = 0;
      const handle = await open(destination, 'w', 0o600);
      try {
        const fetched = await fetchWith(timeouts.file)({
          ...request(file.url),
          maxBodyBytes: file.size,
          signal,
          async receive(piece) {
            hash.update(piece);
            await handle.writeFile(piece);
            length += piece.length;
            onProgress(Math.floor((length / file.size) * 100));
            return true;
          },
        });
        if (!fetched.ok) throw failedFetch(fetched.failure);
        if (fetched.answer.status !== 200) throw new UpdateFailure('refused', String(fetched.answer.status));
        if (length !== file.size || hash.digest('base64') !== file.sha512) throw new UpdateFailure('damaged');
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

export type Feed = ReturnType<typeof createFeed>;

function folderOf(feed: string): URL {
  try {
    return new URL(feed.endsWith('/') ? feed : `${feed}/`);
  } catch {
    throw new UpdateFailure('settings', 'updates.feed');
  }
}

function pinOf(certificate: string): PinnedCertificate | null {
  if (certificate === '') return null;
  // A setting may have lost its line ends on its way.
  const bytes = certificate.replace(/-----[A-Z ]+-----|\s/g, '');
  try {
    const parsed = new X509Certificate(Buffer.from(bytes, 'base64'));
    return { pem: parsed.toString(), fingerprint256: parsed.fingerprint256 };
  } catch {
    throw new UpdateFailure('settings', 'updates.certificate');
  }
}
