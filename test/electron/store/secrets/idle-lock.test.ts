import { describe, expect, it, onTestFinished } from 'vitest';
import { isUse } from '../../../../electron/core/vault-follower.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const passphrase = 'correct horse battery';
const minute = 60_000;

async function unlocked(idleMinutes: number | null) {
  const clock = createManualClock();
  const vaults = await openVaults({
    directory: temporaryDirectory(),
    logFault: (_, error) => expect.fail(String(error)),
    clock,
  });
  onTestFinished(vaults.close);
  await vaults.choose({ kind: 'passphrase', passphrase, idleMinutes });
  return { clock, vaults, isLocked: () => vaults.inForce().locked };
}

describe('an unlocked vault that nobody uses', () => {
  it('is locked after the time that the user chose, counted from the last use', async () => {
    const { clock, vaults, isLocked } = await unlocked(10);
    await clock.advance(9 * minute);
    vaults.used();
    await clock.advance(9 * minute);
    expect(isLocked()).toBe(false);
    await clock.advance(minute);
    expect(isLocked()).toBe(true);
    vaults.used();
    await vaults.unlock(passphrase);
    await clock.advance(10 * minute);
    expect(isLocked()).toBe(true);
  });

  it('follows another time from when it is chosen', async () => {
    const { clock, vaults, isLocked } = await unlocked(10);
    await vaults.setIdle(1);
    await clock.advance(minute);
    expect(isLocked()).toBe(true);
    await vaults.unlock(passphrase);
    await vaults.setIdle(null);
    await clock.advance(10_000 * minute);
    expect(isLocked()).toBe(false);
  });

  it('stays unlocked where it was unlocked by nobody who could use it', async () => {
    const { clock, vaults, isLocked } = await unlocked(10);
    vaults.lock();
    await vaults.unlock(passphrase, { unattended: true });
    vaults.used();
    await clock.advance(1000 * minute);
    expect(isLocked()).toBe(false);
    vaults.lock();
    await vaults.unlock(passphrase);
    await clock.advance(10 * minute);
    expect(isLocked()).toBe(true);
  });

  it('is not kept unlocked by what windows ask by themselves', () => {
    expect(isUse('history.range')).toBe(false);
    expect(isUse('vault.state')).toBe(false);
    expect(isUse('fleet.connect')).toBe(true);
    expect(isUse('preferences.set')).toBe(true);
  });
});
