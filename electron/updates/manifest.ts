import { createPublicKey, verify } from 'node:crypto';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { z } from 'zod';
import { UpdateFailure } from './update-failure.ts';

/** A package is a hundred megabytes; nobody's disk is filled by a slip of the pen. */
const largestPackageBytes = 1024 ** 3;

/** A name beside the manifest: nothing that leads anywhere else. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}$/;

const manifestSchema = z.object({
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:[-+][0-9A-Za-z.+-]{1,32})?$/),
  files: z
    .array(
      z.object({
        url: z.string().regex(plainName),
        sha512: z.base64().length(88),
        size: z.int().min(1).max(largestPackageBytes),
      }),
    )
    .min(1)
    .max(16),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** As electron-builder calls the manifest of the AppImages for this processor. */
export function manifestName(arch: string): string {
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
}

/**
 * Nothing of a manifest is read before its signature was found to be right. That is of its name as well: what is for another processor, in
 * the place of ours, would not start.
 */
export function readSigned(name: string, bytes: Uint8Array, signature: string, key: string): Manifest {
  if (!/^[A-Za-z0-9+/]{86}==\s*$/.test(signature)) throw new UpdateFailure('not-signed');
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  const signed = Buffer.concat([Buffer.from(`${name}\n`), bytes]);
  if (!verify(null, signed, publicKey, Buffer.from(signature, 'base64'))) throw new UpdateFailure('wrong-signature');
  const read = manifestSchema.safeParse(parsed(Buffer.from(bytes).toString('utf8')));
  if (!read.success) throw new UpdateFailure('not-a-manifest');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return parseUpdateInfo(text, 'manifest', new URL('https://feed.invalid/'));
  } catch {
    return null;
  }
}
