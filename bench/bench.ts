/** `npm run bench -- [frames] [load] [scaling]`: runs the measurements of those names, or all, one after the other. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const all = ['scaling', 'load', 'frames'];
const given = process.argv.slice(2);
const unknown = given.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(1);
}
for (const name of all.filter((one) => given.length === 0 || given.includes(one))) {
  console.log(`\n${name}`);
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
