import { AppError } from '../../../shared/errors.ts';
import { type Classes, isGuarded } from '../../../shared/model/environment-class.ts';
import { isSameName } from '../../../shared/model/name.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { Guard } from '../../core/roster/guard.ts';
import type { KnownProfiles } from '../target/with-managed.ts';
import type { GlobalOptions } from './global-options.ts';
import { usageError } from './usage.ts';

/** Options of every command that a guarded profile wants to be confirmed. */
export interface ConfirmOptions extends GlobalOptions {
  readonly confirm?: string;
}

export const confirmFlags = '--confirm <name>';

/**
 * Throws `confirmation-needed` where the class of the profile asks for something and its name was not given, for one of many among the others. A
 * process that ends at once has no lease to unlock, so the name stands for that, too.
 */
export function requireConfirmed(
  profile: Profile | null,
  confirm: string | readonly string[] | undefined,
  deed: 'change' | 'remove',
  classes: Classes,
): void {
  const names = typeof confirm === 'string' ? [confirm] : (confirm ?? []);
  if (profile === null || !isGuarded(classes, profile.environment)) return;
  if (names.some((name) => isSameName(name, profile.name))) return;
  throw new AppError('confirmation-needed', { case: 'command-line', name: profile.name, deed });
}

/** What keeps deeds of a command from guarded profiles that were not named by `--confirm`. */
export function confirmingGuard(
  saved: Pick<KnownProfiles, 'allClasses' | 'classesWith'>,
  confirm: string | readonly string[] | undefined,
): Guard {
  return {
    classesWith: saved.classesWith,
    requireDeed(profiles) {
      for (const profile of profiles) {
        requireConfirmed(profile, confirm, 'change', saved.allClasses());
      }
    },
  };
}

/** Throws `invalid-input` where `--confirm` does not say the word of a deed that cannot be taken back by the command itself. */
export function requireWord(word: string, given: string | undefined, command: string): void {
  if (given === word) return;
  if (given === undefined)
    throw usageError({ case: 'option-missing', option: `--confirm ${word}` }, command);
  const rule = { case: 'choice', choices: [word] } as const;
  throw usageError({ case: 'value', option: '--confirm', given, rule }, command);
}
