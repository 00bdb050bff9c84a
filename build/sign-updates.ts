import { createPrivateKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './tool.ts';

/** Of the environment, so that it is in no list of processes: a private key (Ed25519, PEM), as `openssl genpkey -algorithm ed25519` makes one. */
const keyVariable = 'SPCP_UPDATE_SIGNING_KEY';

/**
 * Writes `….yml.sig` beside each description of an update in a folder: the Ed25519 signature of its name, a line feed and what it holds, base64. Throws where there is no key, or none that
 * signs so, or nothing to sign.
 */
function signUpdates(folder: string): void {
  const pem = process.env[keyVariable];
  if (!pem) throw new Error(`${keyVariable} holds no key.`);
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyVariable} is no Ed25519 key.`);
  const files = readdirSync(folder).filter((file) => /^latest(?:-[a-z0-9-]+)?\.yml$/.test(file));
  if (files.length === 0) throw new Error(`${folder} has no latest*.yml.`);
  for (const file of files) {
    const signed = Buffer.concat([Buffer.from(`${file}\n`), readFileSync(join(folder, file))]);
    const signature = sign(null, signed, key).toString('base64');
    writeFileSync(join(folder, `${file}.sig`), `${signature}\n`);
    process.stdout.write(`${file}.sig\n`);
  }
}

try {
  signUpdates(resolve(process.argv[2] ?? join(root, 'dist')));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
