import { type AuditEntry, tookEffect } from '../../shared/model/change.ts';
import type { ProxyEvent, ProxyEventKind } from '../../shared/model/event.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { detailOfEdit } from '../../shared/model/profile-changes.ts';
import type { RosterChange } from './roster/roster-change.ts';

type NewEvent = Omit<ProxyEvent, 'id'>;

/** What happened to profiles, by whoever's hand; of an edit what was made of what. */
export function eventsOfProfiles(change: RosterChange, at: number): NewEvent[] {
  const of = (kind: ProxyEventKind, profile: Profile, detail: ProxyEvent['detail'] = {}) => ({
    at,
    profileId: profile.id,
    profileName: profile.name,
    kind,
    detail,
  });
  const known = new Set([...change.added, ...change.edited.map(({ after }) => after)]);
  const passwordAlone = change.passwordChanged.filter((profile) => !known.has(profile));
  const edited = [
    ...change.edited,
    ...passwordAlone.map((profile) => ({ before: profile, after: profile })),
  ];
  return [
    ...change.removed.map((profile) => of('profile-removed', profile)),
    ...change.added.map((profile) => of('profile-added', profile)),
    ...edited.map(({ before, after }) => {
      const passwordChanged = change.passwordChanged.includes(after);
      return of('profile-edited', after, detailOfEdit(before, after, passwordChanged));
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
      to: entry.outcome === 'unverified' ? entry.requested : entry.after,
      outcome: entry.outcome,
      auditId: entry.id,
    },
  };
}
