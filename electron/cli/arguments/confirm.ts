import { AppError } from '../../../shared/errors.ts';
import { isSameName } from '../../../shared/model/name.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { GlobalOptions } from './global-options.ts';

/** Options of every command that a production profile wants to be confirmed. */
export interface ConfirmOptions extends GlobalOptions {
  readonly confirm?: string;
}

export const confirmFlags = '--confirm <name>';

/** Throws `confirmation-needed` where the profile is one of production and its name was not given, for one of many among the others. */
export function requireConfirmed(
  profile: Profile | null,
  confirm: string | readonly string[] | undefined,
  deed: 'change' | 'remove',
): void {
  const names = typeof confirm === 'string' ? [confirm] : (confirm ?? []);
  if (profile?.environment !== 'production') return;
  if (names.some((name) => isSameName(name, profile.name))) return;
  throw new AppError('confirmation-needed', { case: 'command-line', name: profile.name, deed });
}
