import { fusesOn, fusesThatAreOn } from './fuses.ts';

/** Reads the fuses of a packed program back: exit code 0 where they are as they should be, else 1. */
const [program = ''] = process.argv.slice(2);
const on = await fusesOn(program);
process.stdout.write(`On in ${program}: ${on.join(', ')}\n`);
if (on.join() !== fusesThatAreOn.join()) {
  process.stderr.write(`They should be: ${fusesThatAreOn.join(', ')}\n`);
  process.exitCode = 1;
}
