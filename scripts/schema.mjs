import { inRoot } from './bootstrap/paths.mjs';
import { main } from './bootstrap/run.mjs';
import { runBundled } from './bootstrap/run-bundled.mjs';

// Makes docs/provisioning.schema.json and the table in docs/provisioning.md anew, from the schema and the words of the settings.
await main(() => runBundled('test/support/provisioning-docs-cli.ts', [inRoot('docs')]));
