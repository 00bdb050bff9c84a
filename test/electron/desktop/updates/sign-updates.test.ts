import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { description, signatureOf, signer } from './feed.ts';

it('who packs signs each description together with its name', () => {
  const folder = temporaryDirectory();
  const names = ['latest-linux.yml', 'latest-mac-arm64.yml'];
  const text = description('1.1.0');
  for (const name of names) writeFileSync(join(folder, name), text);
  const key = signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  execFileSync(process.execPath, ['build/sign-updates.ts', folder], {
    env: { ...process.env, SPCP_UPDATE_SIGNING_KEY: key },
  });
  for (const name of names) {
    const signature = readFileSync(join(folder, `${name}.sig`), 'utf8');
    expect(signature).toBe(signatureOf(text, signer, name));
  }
});
