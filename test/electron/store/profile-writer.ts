/** A process that adds profiles to a directory and prints the name of each once it is saved: `profile-writer.ts DIRECTORY PREFIX COUNT`. */
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { draftOf } from './profile-drafts.ts';

const [directory = '', prefix = '', count = '0'] = process.argv.slice(2);
const { store } = await openProfiles(directory);
for (let number = 1; number <= Number(count); number++) {
  const { name } = await store.add(draftOf(`${prefix} ${number}`));
  process.stdout.write(`${name}\n`);
}
store.close();
