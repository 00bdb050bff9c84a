import { type AuditEntry, tookEffect } from '../../shared/model/change.ts';
import type { ProxyEvent, ProxyEventKind } from '../../shared/model/event.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { RosterChange } from './roster/roster-change.ts';

type NewEvent = Omit<ProxyEvent, 'id'>;

/** What happened to profiles, by whoever's hand. */
export function eventsOfProfiles(change: RosterChange, at: number): NewEvent[] {
  const of = (kind: ProxyEventKind) => (profile: Profile) => ({
    at,
    profileId: profile.id,
    profileName: profile.name,
    kind,
    detail: {},
  });
  return [
    ...change.removed.map(of('profile-removed')),
    ...change.added.map(of('profile-added')),
    ...change.edited.map(of('profile-edited')),
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
