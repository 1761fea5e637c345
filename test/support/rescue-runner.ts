// Does what comes before the database is opened. To be killed. Arguments: the database, the moment.
import { writeSync } from 'node:fs';
import { prepareHistory } from '../../electron/storage/keeping/prepare-history.ts';

const [, , file = '', now = '0'] = process.argv;
writeSync(1, 'begun\n');
prepareHistory(file, Number(now));
