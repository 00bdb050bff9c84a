import type { ProfileDesk } from '../../../store/documents/profile-shelf.ts';
import { type Guard, guardedOn, requireConfirmedDeed } from '../guard.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';
import type { Moved, SecretChange } from './folder-passwords.ts';

/** An edit of folders, and what follows from it for passwords. */
export interface FolderStep<T> {
  readonly change: (desk: ProfileDesk) => T;
  /** `moved`: every profile, before and after. */
  readonly secrets: (result: T, moved: readonly Moved[]) => Promise<SecretChange>;
  readonly takeBack: (desk: ProfileDesk, result: T) => void;
}

export interface FolderRules {
  readonly guard: Guard;
  readonly logFault: (what: string, error: unknown) => void;
}

/** What became of an edit, and the ids of those that got another password or lost theirs. */
export interface FolderEdited<T> {
  readonly result: T;
  readonly passwordChanged: readonly string[];
}

/**
 * Changes the book, then passwords by one write, and takes the former back where the latter fails. Throws what both throw, and `read-only` or
 * `confirmation-needed` where guarded profiles are touched and not enough was typed.
 */
export async function takeStep<T>(
  { profiles, vault }: ProfileHome,
  { guard, logFault }: FolderRules,
  step: FolderStep<T>,
  typed?: string,
): Promise<FolderEdited<T>> {
  const { result, moved } = await profiles.change((desk) => {
    const before = new Map(desk.all().map((each) => [each.profile.id, each]));
    const unedited = guardedOn(desk, guard);
    const done = step.change(desk);
    const both = desk
      .all()
      .map((after): Moved => ({ before: before.get(after.profile.id) ?? null, after }));
    requireConfirmedDeed(guard, unedited, guardedOn(desk, guard), [typed]);
    return { result: done, moved: both };
  });
  try {
    const { set, gone } = await step.secrets(result, moved);
    if (set.length + gone.length > 0) await vault.setAll(set, gone);
    return { result, passwordChanged: [...set.map(({ id }) => id), ...gone] };
  } catch (error) {
    await profiles
      .change((desk) => step.takeBack(desk, result))
      .catch((fault: unknown) => logFault('a folder could not be put back as it was', fault));
    throw error;
  }
}
