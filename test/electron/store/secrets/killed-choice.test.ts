import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { seededRandom } from '../../../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { placeSchema } from '../../../../shared/model/place.ts';
import { seed } from '../../../support/seed.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { testKeychain } from './test-keychain.ts';

const script = fileURLToPath(new URL('./chooser-process.ts', import.meta.url));
const passphrase = 'correct horse battery';
const place = placeSchema.parse({ host: 'proxy.example', user: 'operator' });
const ids = Array.from({ length: 200 }, (_, index) => `profile ${index}`);
const kills = 12;

async function open(directory: string) {
  const vaults = await openVaults({
    directory,
    keychain: await testKeychain(directory),
    logFault: (what, error) => expect.fail(`${what}: ${error}`),
  });
  onTestFinished(vaults.close);
  return vaults;
}

/** Is killed so long after it was told that so many choices are in force, milliseconds. Answers those, and how long one took. */
async function killedAfter(directory: string, choices: number, milliseconds: number) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, directory, passphrase],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  const told = () => out.split('\n').slice(1, -1);
  await once(child.stdout, 'data');
  const begun = performance.now();
  while (told().length < choices) await once(child.stdout, 'data');
  const each = (performance.now() - begun) / choices;
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return { told: told(), each };
}

const random = seededRandom(seed);

it(`whenever it is killed while another vault is chosen, one whole vault is in force, and nothing is left in the other (SEED=${seed})`, async () => {
  const directory = temporaryDirectory();
  const first = await open(directory);
  await first.setAll(ids.map((id) => ({ id, password: `secret of ${id}`, place })));
  first.close();
  // Both files are there from then on, and how long a choice takes on this machine is known.
  const { each } = await killedAfter(directory, 2, 0);
  let inside = 0;
  for (let kill = 0; kill < kills; kill++) {
    const { told } = await killedAfter(directory, 0, random() * 3 * each);
    // What is noted as one that is being filled or emptied is so only while a choice is made.
    if (noted(directory).length > 0) inside++;
    const vaults = await open(directory);
    const { kind } = vaults.inForce();
    if (kind === 'passphrase') await vaults.unlock(passphrase);
    for (const id of ids) {
      if ((await vaults.get(id, place)) !== `secret of ${id}`) expect.fail(`${id} in ${kind}`);
    }
    const other = kind === 'keychain' ? 'secrets-passphrase.json' : 'secrets.json';
    expect(secretsIn(directory, other), `after ${told}`).toEqual([]);
    vaults.close();
  }
  expect(inside).toBeGreaterThan(0);
});

function noted(directory: string): readonly string[] {
  return JSON.parse(readFileSync(join(directory, 'vault.json'), 'utf8')).vault.dropping;
}

function secretsIn(directory: string, file: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(join(directory, file), 'utf8')).secrets);
}
