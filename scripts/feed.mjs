// npm run feed -- FOLDER KEY: see "Updates" in the README.
import { readFileSync } from 'node:fs';
import { inRoot } from './bootstrap/paths.mjs';
import { main, UserError } from './bootstrap/run.mjs';
import { makeFeed } from './package/make-feed.mjs';

await main(async () => {
  const [folder, keyFile] = process.argv.slice(2);
  if (folder === undefined || keyFile === undefined) {
    throw new UserError('npm run feed -- FOLDER KEY\nFOLDER has the packages, KEY is a private Ed25519 key in PEM.');
  }
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const { written, publicKey } = await makeFeed({ folder, version, key: readFileSync(keyFile) });
  process.stdout.write(`${written.join('\n')}\nupdates.key: ${publicKey}\n`);
});
