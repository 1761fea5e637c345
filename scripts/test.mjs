// node scripts/test.mjs [suite ...] [--] [arguments for the suites' runners]
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { main, say, UserError, wasInterrupted } from './bootstrap/run.mjs';
import { failure, formatTable } from './test/report.mjs';
import { suites } from './test/suites.mjs';

/**
 * npm takes the first -- for itself, so what follows the names of suites goes to their runners with or without one.
 *
 * @param {string[]} args
 */
function parse(args) {
  const known = Object.keys(suites);
  const end = args.findIndex((arg) => !known.includes(arg));
  const chosen = end < 0 ? args : args.slice(0, end);
  const rest = args.slice(chosen.length);
  if (chosen.length === 0 && rest.length > 0 && rest[0] !== '--') {
    throw new UserError(
      `Not a suite: ${rest[0]}. There are ${known.join(', ')}; arguments for their runners follow the names.`,
    );
  }
  const extra = rest[0] === '--' ? rest.slice(1) : rest;
  return { names: known.filter((name) => chosen.length === 0 || chosen.includes(name)), extra };
}

/**
 * A suite that cannot even start, as with a broken build, has failed; the others still run.
 *
 * @param {string} name
 * @param {string[]} extra
 */
async function run(name, extra) {
  say(`\n== ${name} ==`);
  const start = performance.now();
  const counts = await suites[name]?.(extra).catch((error) => {
    if (!(error instanceof UserError)) throw error;
    say(error.message);
    return failure('could not start, the reason is above');
  });
  return { name, counts: counts ?? failure('not run'), seconds: (performance.now() - start) / 1000 };
}

await main(async () => {
  const { names, extra } = parse(process.argv.slice(2));
  say(`Node ${process.versions.node}`);
  await ensureDependencies();
  /** @type {Awaited<ReturnType<typeof run>>[]} */
  const results = [];
  for (const name of names) {
    results.push(await run(name, extra));
    if (wasInterrupted()) throw new UserError('Stopped.', 130);
  }
  const total = (/** @type {'passed' | 'failed'} */ key) => results.reduce((sum, { counts }) => sum + counts[key], 0);
  process.stdout.write(`\n${formatTable(results)}\n\n${total('passed')} passed, ${total('failed')} failed\n`);
  return total('failed') > 0 ? 1 : 0;
});
