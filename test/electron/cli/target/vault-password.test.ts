import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Output } from '../../../../electron/cli/output/output.ts';
import { faultWarning } from '../../../../electron/cli/target/vault-password.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { openVaults, type Vaults } from '../../../../electron/store/secrets/vaults.ts';
import { AppError } from '../../../../shared/errors.ts';
import { type Profile, profileDraftSchema } from '../../../../shared/model/profile.ts';
import type { VaultChoice } from '../../../../shared/model/vault.ts';
import { udpTarget } from '../../../support/udp-target.ts';
import { testKeychain } from '../../store/secrets/test-keychain.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

const password = 'open sesame';
const passphrase = 'correct horse battery';
let directory: string;
let proxy: ReferenceProxy;
let profile: Profile;

beforeEach(async () => {
  directory = temporaryDirectory();
  proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
  onTestFinished(() => proxy.close());
  const { store } = await openProfiles(directory);
  const draft = { name: 'Madrid', ...udpTarget(proxy), user: proxy.user };
  profile = await store.add(profileDraftSchema.parse(draft));
  store.close();
});

async function withVaults(task: (vaults: Vaults) => Promise<void>): Promise<void> {
  const logFault = (_: string, error: unknown) => expect.fail(String(error));
  const keychain = await testKeychain(directory);
  const vaults = await openVaults({ directory, keychain, logFault });
  await task(vaults);
  vaults.close();
}

const choose = (choice: VaultChoice) => withVaults((vaults) => vaults.choose(choice));
const metrics = (env: Record<string, string> = {}) =>
  run(['metrics', '--profile', 'Madrid', '--json', '--data-dir', directory], { env });

describe('the command line', () => {
  it('takes the password of a profile from the passphrase vault, with the passphrase of the environment', async () => {
    await withVaults(async (vaults) => {
      await vaults.choose({ kind: 'passphrase', passphrase, idleMinutes: 1 });
      await vaults.set(profile.id, password, profile);
    });
    const { code, err, out } = await metrics({ SPCP_VAULT_PASSPHRASE: passphrase });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toHaveProperty('connections');

    const wrong = await metrics({ SPCP_VAULT_PASSPHRASE: 'another one' });
    expect(wrong).toMatchObject({ code: 2, out: expect.stringContaining('wrong-passphrase') });
    expect(wrong.err).not.toContain('another one');

    const locked = await metrics();
    expect(locked).toMatchObject({ code: 2, out: expect.stringContaining('vault-locked') });
    expect(locked.err).toContain('SPCP_VAULT_PASSPHRASE');
  });

  it('prefers the password that comes with the command', async () => {
    await choose({ kind: 'passphrase', passphrase, idleMinutes: 1 });
    expect(await metrics({ SPCP_PASSWORD: password })).toMatchObject({ code: 0 });
  });

  it('runs the external command, without the variables that are its own', async () => {
    const script = join(directory, 'ask');
    writeFileSync(
      script,
      '#!/bin/sh\n[ -z "$SPCP_VAULT_PASSPHRASE" ] && [ "$1" = Madrid ] && echo "open sesame"\n',
    );
    chmodSync(script, 0o700);
    const command = { arguments: [script, '{profile}'], timeoutSeconds: 300, cacheMinutes: 0 };
    await choose({ kind: 'command', command });
    expect(await metrics({ SPCP_VAULT_PASSPHRASE: 'x' })).toMatchObject({ code: 0, err: '' });

    writeFileSync(script, '#!/bin/sh\necho "is not in the store" >&2; exit 4\n');
    const failed = await metrics();
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out).error).toMatchObject({
      code: 'vault-command-failed',
      detail: { case: 'exit', exitCode: 4, said: 'is not in the store' },
    });
  });

  it('says in one line that only the desktop app can use the keychain, and asks for the password', async () => {
    await withVaults((vaults) => vaults.set(profile.id, password, profile));
    const { code, err } = await run(['metrics', '--profile', 'Madrid', '--data-dir', directory]);
    expect(code).toBe(2);
    expect(err.split('\n')[0]).toMatch(/^warning: The password of Madrid lies in the keychain/);
    expect(err.split('\n')[1]).toContain('SPCP_PASSWORD');
  });

  it('is silent about vaults where nothing is saved for the profile', async () => {
    const { code, out, err } = await metrics();
    expect(code).toBe(2);
    expect(err.split('\n').filter(Boolean)).toHaveLength(1);
    expect(JSON.parse(out).error.code).toBe('no-password');
  });
});

it('ends no command for what goes wrong in the vaults beside it', () => {
  const said: unknown[] = [];
  const output = {
    warn: (text: string) => said.push(text),
    warnOf: (value: unknown) => said.push(value),
  } as unknown as Output;
  const tell = faultWarning(output);
  const known = new AppError('wrong-passphrase', {});
  tell('passwords could not be removed', known);
  tell('passwords could not be removed', new TypeError('no such thing'));
  expect(said).toEqual([known.toValue(), 'passwords could not be removed: no such thing']);
});
