import { describe, expect, it } from 'vitest';
import { vaultHandlers, vaultSource } from '../../../../electron/ipc/handlers/vault.ts';
import { hiddenArgument, type VaultState } from '../../../../shared/model/vault.ts';
import { callerWith } from '../../../support/caller.ts';

const secret = '--token=s3cr3t';
const command = { arguments: ['/opt/find-password', secret], timeoutSeconds: 7, cacheMinutes: 3 };
const { signal } = new AbortController();

/** A console whose vault is an external command, as far as its state is asked for. */
const parts = {
  vaults: { inForce: () => ({ kind: 'command', command }), onChange: () => () => undefined },
  monitor: {
    waitingForVault: () => 0,
    transitions: { listen: () => () => undefined },
  },
} as unknown as Parameters<typeof vaultHandlers>[0];

describe('what an external command for passwords is given', () => {
  it.each(['view', 'operate'] as const)('is not shown to the role %s', async (role) => {
    const told: VaultState[] = [];
    const caller = callerWith({ role });
    vaultSource(parts)({}, (value) => told.push(value), caller)();
    const answered = await vaultHandlers(parts)['vault.state']({}, caller, signal);
    for (const state of [answered, ...told]) {
      expect(state.command).toEqual({ ...command, arguments: [hiddenArgument] });
    }
    expect(told).toHaveLength(1);
  });

  it('is shown to who administers the console', async () => {
    const told: VaultState[] = [];
    const caller = callerWith({ role: 'administer' });
    vaultSource(parts)({}, (value) => told.push(value), caller)();
    const answered = await vaultHandlers(parts)['vault.state']({}, caller, signal);
    expect([answered, ...told].map((state) => state.command)).toEqual([command, command]);
  });
});
