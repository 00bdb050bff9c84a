import { AppError } from '../../../shared/errors.ts';
import { type Place, placeKey } from '../../../shared/model/place.ts';
import { areStock } from '../../../shared/model/stock-credentials.ts';

/** Whether a password is known, and whether it is one for the place in question. */
export type SecretState = 'none' | 'here' | 'elsewhere';

/** A password, and where it was entered for. */
export interface NewSecret {
  readonly id: string;
  readonly password: string;
  readonly place: Place;
  /** The folder whose password it is; not given for one of its own. */
  readonly from?: string | null | undefined;
}

/** A password as one vault hands it on to another. */
export interface KeptSecret {
  readonly id: string;
  readonly password: string;
  /** The key of its place (`placeKey`); null for one that an older release kept without. */
  readonly boundTo: string | null;
  readonly stock: boolean;
  /** The folder whose password it is; null for one of its own. */
  readonly from: string | null;
}

/** The place that a password is wanted for; with the name of its profile, where it has one. */
export type Wanted = Place & { readonly name?: string | undefined };

/**
 * Where passwords are kept, by the id of a profile, or of a folder that has one for those in it. Each is bound to the place that it was entered for, and given out for that one only: a profile
 * that somebody pointed elsewhere takes no password along.
 */
export interface SecretVault {
  /** False where another program keeps them: nothing can be set then, `state` answers `here` for all, and `get` runs the program. */
  readonly keeps: boolean;
  /** Asks no keychain, needs no passphrase and runs nothing, so it answers while the vault is locked too. */
  state(id: string, place: Place): SecretState;
  /** The folder whose password it is; null for one of its own, and where none is known. Asks nothing, as `state`. */
  from(id: string): string | null;
  /**
   * Null where none is known. Throws `password-needed-again` for one of another place, `vault-locked`, `vault-damaged` and
   * `secrets-unavailable` where it cannot be decrypted, `vault-command-failed`.
   */
  get(id: string, place: Wanted): Promise<string | null>;
  /**
   * Throws `secrets-unavailable` where it cannot be encrypted, `vault-locked`, `vault-refused` where nothing is kept, `storage-full`,
   * `storage-failed`; the password before is then still in force.
   */
  set(id: string, password: string, place: Place): Promise<void>;
  /** Many as one, and those of `gone` deleted by the same write: all of it, or nothing. Throws as `set`. */
  setAll(secrets: readonly NewSecret[], gone?: readonly string[]): Promise<void>;
  /** As they are kept, whatever place they were entered for; without those that are not there. Throws as `get` for what cannot be decrypted. */
  read(ids: readonly string[]): Promise<readonly KeptSecret[]>;
  /** Puts back what `read` answered, and deletes those of `gone` by the same write. Throws as `set`. */
  putBack(kept: readonly KeptSecret[], gone: readonly string[]): Promise<void>;
  /** Whether it is known to be the stock password of deployed servers (deployed behaviour 16). Answers while the vault is locked, as `state`. */
  isStock(id: string): boolean;
  delete(id: string): Promise<void>;
  /** Many as one. Throws `storage-full`, `storage-failed`, and then has deleted none. */
  deleteAll(ids: readonly string[]): Promise<void>;
  /**
   * Binds the passwords that an older release kept without a place to where their profiles lead now; others stay as they are. Throws
   * `storage-full` and `storage-failed`, and then holds until the process ends.
   */
  adopt(profiles: readonly (Place & { readonly id: string })[]): Promise<void>;
}

/** A vault that keeps passwords itself, so that they can move to another. */
export interface KeepingVault extends SecretVault {
  readonly isEmpty: boolean;
  /** All that it keeps. Throws where one of them cannot be read, as `get` does. */
  kept(): Promise<readonly KeptSecret[]>;
  /** Keeps all of these beside what it has, or none. Throws as `set`. */
  take(secrets: readonly KeptSecret[]): Promise<void>;
  /** Keeps nothing any more. Throws `storage-full`, `storage-failed`. */
  clear(): Promise<void>;
}

/** What a vault keeps of a password that was entered. */
export function keptOf({ id, password, place, from = null }: NewSecret): KeptSecret {
  return { id, password, boundTo: placeKey(place), stock: areStock(place.user, password), from };
}

export function enteredForElsewhere(): AppError {
  return new AppError('password-needed-again', {});
}
