import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provisioningSchemaText, withSettingsTable } from './provisioning-docs.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the documents');
writeFileSync(join(folder, 'provisioning.schema.json'), provisioningSchemaText());
const page = join(folder, 'provisioning.md');
writeFileSync(page, withSettingsTable(readFileSync(page, 'utf8')));
