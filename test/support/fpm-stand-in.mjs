#!/usr/bin/env node
// In place of fpm, which makes .deb files and is not on a bare machine: keeps, beside an empty package, what it was told to make.
import { readFileSync, writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
const file = args[args.indexOf('--package') + 1] ?? '';
const [, from = '', to = ''] = /^(.*)=(\/usr\/share\/applications\/.*)$/.exec(args.at(-1) ?? '') ?? [];
writeFileSync(file, '');
writeFileSync(`${file}.json`, JSON.stringify({ args, entry: { path: to, text: readFileSync(from, 'utf8') } }));
