import type { Notice, VaultInfo } from '../../../shared/model/app-info.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type {
  VaultCommand,
  VaultKind,
  VaultRefusal,
  VaultState,
} from '../../../shared/model/vault.ts';
import type { Clock } from '../../base/clock.ts';
import type { Chooser } from './choosing.ts';
import type { KeepingVault, SecretVault, Wanted } from './vault.ts';

/** The keychain of this system, as far as there is one. */
export interface Keychain {
  readonly backend: string | null;
  /** Why it is not to be used; null where there is a vault on it. */
  readonly refused: VaultRefusal | null;
  readonly vault: KeepingVault | null;
  readonly notices: readonly Notice[];
}

/** Of the shells that have none. */
export const noKeychain: Keychain = {
  backend: null,
  refused: 'web-shell',
  vault: null,
  notices: [],
};

export interface VaultsParts {
  readonly directory: string;
  readonly keychain?: Keychain;
  /** As it is now; `settle` is to be called when it has changed. */
  readonly policy?: () => Policy;
  /** Takes what could not be removed after another vault had taken it; must not throw. */
  readonly logFault: (what: string, error: unknown) => void;
  readonly clock?: Clock;
}

/** All vaults of a data directory behind the one that is in force. */
export interface Vaults extends SecretVault, Chooser {
  readonly notices: readonly Notice[];
  /** What was found wrong since. Listeners must not throw. Returns unsubscribing. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /** What windows see, but for the logins that wait. Decrypts and runs nothing. */
  inForce(): Omit<VaultState, 'waiting'>;
  info(): VaultInfo;
  /**
   * Throws `vault-refused` where no passphrase vault is in use, `wrong-passphrase`, `vault-damaged`, `vault-locked` where it was locked
   * meanwhile. `unattended`: nobody is there to use the app, so that it is no reason to lock that nobody does.
   */
  unlock(passphrase: string, options?: { readonly unattended?: boolean }): Promise<void>;
  lock(): void;
  /** Throws `vault-refused`, `wrong-passphrase`, `vault-damaged`, `storage-full`, `storage-failed`. */
  changePassphrase(old: string, next: string): Promise<void>;
  /** What another program wrote to be run may be run. Throws `vault-refused` where what is in use is not run with these arguments. */
  agree(words: VaultCommand['arguments']): Promise<void>;
  /** Throws `storage-full`, `storage-failed`. */
  setIdle(minutes: number | null): Promise<void>;
  /** Whether the command answers with a password for this place. Throws `vault-refused` where no command may be used, `vault-command-failed`. */
  tryCommand(command: VaultCommand, place: Wanted): Promise<void>;
  /** Throws `vault-refused` for a kind that cannot be chosen here. */
  requireOffered(kind: VaultKind): void;
  /** Somebody uses the app. */
  used(): void;
  /** The password of this profile, or what is kept under this id else, was refused. */
  refused(id: string): void;
  /** The policy may be another. */
  settle(): void;
  /** After every change of what `inForce` answers, also by another process. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  /** Forgets keys and answers. */
  close(): void;
}
