/** A process that goes from one vault to another until it is killed, and prints each once it is in force: `chooser-process.ts DIRECTORY PASSPHRASE`. */
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { testKeychain } from './test-keychain.ts';

const [directory = '', passphrase = ''] = process.argv.slice(2);
const vaults = await openVaults({
  directory,
  keychain: await testKeychain(directory),
  logFault: (what, error) => {
    process.stderr.write(`${what}: ${error}\n`);
    process.exit(1);
  },
});
if (vaults.inForce().kind === 'passphrase') await vaults.unlock(passphrase);
process.stdout.write('open\n');
for (;;) {
  const kind = vaults.inForce().kind === 'keychain' ? 'passphrase' : 'keychain';
  await vaults.choose(kind === 'keychain' ? { kind } : { kind, passphrase, idleMinutes: null });
  process.stdout.write(`${kind}\n`);
}
