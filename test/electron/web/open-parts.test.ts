import { expect, it } from 'vitest';
import type { Vaults } from '../../../electron/store/secrets/vaults.ts';
import { withConsoleParts } from '../../../electron/web/open-parts.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

it('leaves no key behind where no console comes of the parts', async () => {
  const vaults: Vaults[] = [];
  const made = withConsoleParts(temporaryDirectory(), async ({ vault }) => {
    vaults.push(vault);
    await vault.choose({ kind: 'passphrase', passphrase: 'correct horse', idleMinutes: null });
    expect(vault.inForce().locked).toBe(false);
    throw new Error('no console');
  });
  await expect(made).rejects.toThrow('no console');
  expect(vaults.map((vault) => vault.inForce().locked)).toEqual([true]);
});
