import type { VaultState } from '../../shared/model/vault.ts';

/** A vault as a window is told of it: in memory, on a web shell, unless said otherwise. */
export function vaultOf(change: Partial<VaultState> = {}): VaultState {
  return {
    kind: 'session',
    persistent: false,
    backend: null,
    locked: false,
    idleMinutes: null,
    command: null,
    agreed: true,
    resting: null,
    offered: [
      { kind: 'keychain', refused: 'web-shell' },
      { kind: 'passphrase', refused: null },
      { kind: 'session', refused: null },
      { kind: 'command', refused: null },
    ],
    waiting: 0,
    ...change,
  };
}
