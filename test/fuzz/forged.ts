import { parseArgs } from 'node:util';
import { forge } from '../support/forger.ts';

/**
 * Sends datagrams that are forged for an association (replays, wrong tags, and right ones around what is stale or out of place), and counts the
 * associations that they ended: `node test/fuzz/forged.ts --datagrams 100000 --seed 1`. Ends with 1 where it was one or more.
 */
const { values } = parseArgs({
  options: {
    datagrams: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() & 0xffff) },
    /** One kind alone, by the beginning of its name. */
    only: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
const begun = performance.now();
const { datagrams, answered, ended } = await forge(seed, Number(values.datagrams), values.only);
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(JSON.stringify({ seed, datagrams, seconds, answered, ended }));
process.exit(ended > 0 ? 1 : 0);
