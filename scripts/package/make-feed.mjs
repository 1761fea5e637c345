import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../bootstrap/run.mjs';

/** By what follows the version in the names of packages that replace a program; one without a processor is of 64-bit Intel. */
const manifests = new Map([
  ['.AppImage', 'latest-linux.yml'],
  ['-x86_64.AppImage', 'latest-linux.yml'],
  ['-arm64.AppImage', 'latest-linux-arm64.yml'],
]);

/**
 * Writes the manifests of a feed beside its packages, and signs them. What the program takes of one is its version and of each package
 * name, hash and size, so the signature covers the packages; and the manifest's name,
 * so that none takes the place of another.
 *
 * @param {{ folder: string, version: string, key: string | Buffer }} options the private key in PEM
 * @returns {Promise<{ written: string[], publicKey: string }>} the public one as the administrator's file has it
 */
export async function makeFeed({ folder, version, key }) {
  const privateKey = createPrivateKey(key);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new UserError('The key is none of Ed25519.');
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.AppImage')) continue;
    const manifest = manifests.get(afterVersion(name, version));
    if (manifest === undefined) continue;
    if (!/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(name)) throw new UserError(`${name}: a name without spaces is needed.`);
    if (files.has(manifest)) throw new UserError(`${name}: another package is in ${manifest} already.`);
    const entry = `  - url: ${name}\n    sha512: ${await sha512Of(join(folder, name))}\n    size: ${statSync(join(folder, name)).size}\n`;
    files.set(manifest, entry);
  }
  if (files.size === 0) throw new UserError(`No package of version ${version} is in ${folder}.`);
  for (const [manifest, entry] of files) {
    const text = `version: ${version}\nfiles:\n${entry}`;
    const signed = Buffer.from(`${manifest}\n${text}`);
    writeFileSync(join(folder, manifest), text);
    writeFileSync(join(folder, `${manifest}.sig`), `${sign(null, signed, privateKey).toString('base64')}\n`);
  }
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { written: [...files.keys()], publicKey };
}

/**
 * What follows the version where it stands by itself; 1.2.1 does not in `Dialdesk-1.2.10.AppImage`, nor in `Dialdesk-11.2.1.AppImage`.
 *
 * @param {string} name
 * @param {string} version
 */
function afterVersion(name, version) {
  const at = name.lastIndexOf(`-${version}`);
  return at === -1 ? '' : name.slice(at + 1 + version.length);
}

/** @param {string} file */
async function sha512Of(file) {
  const hash = createHash('sha512');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('base64');
}
