import { expect, it } from 'vitest';
import { withOpenParts } from '../../../electron/core/open-parts.ts';
import type { Vaults } from '../../../electron/store/secrets/vaults.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const logFault = (what: string): void => expect.unreachable(what);

it('leaves no key behind where no console comes of the parts', async () => {
  const vaults: Vaults[] = [];
  const made = withOpenParts({ directory: temporaryDirectory(), logFault }, async ({ vault }) => {
    vaults.push(vault);
    await vault.choose({ kind: 'passphrase', passphrase: 'correct horse', idleMinutes: null });
    expect(vault.inForce().locked).toBe(false);
    throw new Error('no console');
  });
  await expect(made).rejects.toThrow('no console');
  expect(vaults.map((vault) => vault.inForce().locked)).toEqual([true]);
});
