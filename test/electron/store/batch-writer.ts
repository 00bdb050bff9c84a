/** A process that changes the profiles of a directory, one change after the other from where they are, and prints the number of each once it is saved: `batch-writer.ts DIRECTORY COUNT`. */
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { makeChange, numberIn } from './batches.ts';

const [directory = '', count = '0'] = process.argv.slice(2);
const { store } = await openProfiles(directory);
const last = numberIn(store) + Number(count);
for (let n = numberIn(store) + 1; n <= last; n++) {
  await makeChange(store, n);
  process.stdout.write(`${n}\n`);
}
store.close();
