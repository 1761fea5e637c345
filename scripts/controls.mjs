// node scripts/controls.mjs [part of a control's name]
import { performance } from 'node:perf_hooks';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { main, say, UserError } from './bootstrap/run.mjs';
import { controls } from './controls/controls.mjs';
import { prove } from './controls/prove.mjs';
import { copyTree, takeOut } from './controls/tree.mjs';

/** @param {import('./controls/controls.mjs').Proof} proof */
const nameOf = ({ file, title }) => (title === '' ? file : `${file}, "${title}"`);

/**
 * A red test says something of a control only if it is green with it.
 *
 * @param {string} tree
 * @param {import('./controls/controls.mjs').Control[]} chosen
 */
async function checkGreen(tree, chosen) {
  const proofs = new Map(chosen.map(({ proof }) => [nameOf(proof), proof]));
  for (const [name, proof] of proofs) {
    const { passed, failed, output } = await prove(tree, proof);
    if (passed.length > 0 && failed.length === 0) continue;
    say(output);
    throw new UserError(
      `With every control in place ${name} should pass: ${passed.length} passed, ${failed.length} failed.`,
    );
  }
}

await main(async () => {
  const wanted = process.argv[2]?.toLowerCase() ?? '';
  const chosen = controls.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (chosen.length === 0) throw new UserError(`No control has "${wanted}" in its name.`);
  await ensureDependencies();
  const tree = copyTree();
  const start = performance.now();
  say(`The proofs of ${chosen.length} controls, with the controls in place ...`);
  await checkGreen(tree, chosen);
  let unproved = 0;
  for (const control of chosen) {
    const putBack = takeOut(tree, control);
    const { failed, passed } = await prove(tree, control.proof);
    putBack();
    if (failed.length === 0) unproved += 1;
    const what = failed.length > 0 ? 'red ' : passed.length > 0 ? 'GREEN' : 'NO TEST RAN';
    process.stdout.write(`${what.padEnd(6)}${control.name}\n`);
    for (const title of failed.slice(0, 3)) process.stdout.write(`        ${title}\n`);
    if (failed.length > 3) process.stdout.write(`        and ${failed.length - 3} more\n`);
    if (failed.length === 0) process.stdout.write(`        ${nameOf(control.proof)}\n`);
  }
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  process.stdout.write(
    `\n${chosen.length - unproved} of ${chosen.length} controls turn a test red without them (${minutes} min)\n`,
  );
  return unproved === 0 ? 0 : 1;
});
