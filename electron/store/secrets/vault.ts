import { AppError } from '../../../shared/errors.ts';
import type { VaultInfo } from '../../../shared/model/app-info.ts';
import type { Place } from '../../../shared/model/place.ts';

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

/**
 * Where passwords are kept, by the id of a profile, or of a folder that has one for those in it. Each is bound to the place that it was entered for, and given out for that one only: a profile
 * that somebody pointed elsewhere takes no password along.
 */
export interface SecretVault {
  readonly info: VaultInfo;
  /** Asks no keychain, so it answers while that is locked too. */
  state(id: string, place: Place): SecretState;
  /** The folder whose password it is; null for one of its own, and where none is known. Asks no keychain, as `state`. */
  from(id: string): string | null;
  /** Null where none is known. Throws `password-needed-again` for one of another place, `secrets-unavailable` where it cannot be decrypted. */
  get(id: string, place: Place): Promise<string | null>;
  /** Throws `secrets-unavailable` where it cannot be encrypted, `storage-full`, `storage-failed`; the password before is then still in force. */
  set(id: string, password: string, place: Place): Promise<void>;
  /** Many as one, and those of `gone` deleted by the same write: all of it, or nothing. Throws as `set`. */
  setAll(secrets: readonly NewSecret[], gone?: readonly string[]): Promise<void>;
  /** Whether it is known to be the stock password of deployed servers (deployed behaviour 16). Asks no keychain, as `state`. */
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

export function enteredForElsewhere(): AppError {
  return new AppError('password-needed-again', {});
}
