import type { ProfileEditor } from '../../shared/facts/events.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import { tookEffect, valueAfter } from '../../shared/model/change-effect.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { detailOfEdit } from '../../shared/model/profile-changes.ts';
import type { RosterChange } from './roster/roster-change.ts';

/**
 * What happened to profiles, and by whose hand; of an edit what was made of what. `classes` says what those of the user's own are called, which an
 * event keeps, since its reader may know them no more; `here` is who edits in this process.
 */
export function eventsOfProfiles(
  change: RosterChange,
  at: number,
  classes: Classes,
  here: Extract<ProfileEditor, { case: 'here' }>,
): NewEvent[] {
  const by: ProfileEditor = change.here ? here : { case: 'elsewhere' };
  const filed = ({ folder }: Profile) => ({ by, folder });
  const said = (profile: Profile): Profile => ({
    ...profile,
    environment: classes.get(profile.environment)?.name || profile.environment,
  });
  const of = ({ id, name }: Profile) => ({ at, profileId: id, profileName: name });
  const known = new Set([...change.added, ...change.edited.map(({ after }) => after)]);
  const passwordAlone = change.passwordChanged.filter((profile) => !known.has(profile));
  const edited = [
    ...change.edited,
    ...passwordAlone.map((profile) => ({ before: profile, after: profile })),
  ];
  return [
    ...change.removed.map(
      (profile): NewEvent => ({ ...of(profile), kind: 'profile-removed', detail: filed(profile) }),
    ),
    ...change.added.map(
      (profile): NewEvent => ({ ...of(profile), kind: 'profile-added', detail: filed(profile) }),
    ),
    ...edited.map(({ before, after }): NewEvent => {
      const detail = detailOfEdit(
        said(before),
        said(after),
        change.passwordChanged.includes(after),
      );
      return { ...of(after), kind: 'profile-edited', detail: { ...detail, ...filed(after) } };
    }),
  ];
}

/** What a change did to a proxy; null where it did nothing, or nobody knows. The audit log has those too. */
export function eventOfChange(entry: AuditEntry): NewEvent | null {
  if (!tookEffect(entry)) return null;
  return {
    at: entry.at,
    profileId: entry.profileId,
    profileName: entry.profileName,
    kind: 'changed',
    detail: {
      setting: entry.setting,
      from: entry.before,
      to: valueAfter(entry),
      outcome: entry.outcome,
      who: entry.actor,
      shell: entry.shell,
      auditId: entry.id,
    },
  };
}
