import type { z } from 'zod';
import { assertNever } from '../assert.ts';
import { type PlaceField, placeFields } from './place-fields.ts';
import { profileDraftSchema } from './profile.ts';
import { canonicalHost } from './typed-host.ts';

const mask = Object.fromEntries(placeFields.map((field) => [field, true])) as Readonly<
  Record<PlaceField, true>
>;

/** Where a proxy is, which way leads there, and who logs in. */
export const placeSchema = profileDraftSchema.pick(mask);
export type Place = z.infer<typeof placeSchema>;

/** Where to connect; who logs in there is no part of it. What only the way by `ssh` needs may be left out. */
export type ProxyAddress = Pick<Place, 'host' | 'port' | 'transport' | 'udpPort'> & {
  readonly [F in 'sshDestination' | 'relayCommand']?: Place[F] | undefined;
};

/**
 * The same text for the same place, another for any other: what a saved password is bound to. How a host is written does not count, nor
 * do fields that the way makes no use of.
 */
export function placeKey(place: Place): string {
  const { port, transport, user } = place;
  return JSON.stringify([user, foldedHost(place.host), port, transport, ...wayOf(place)]);
}

/** Whether both lead to the same proxy by the same way and log in as the same user: what a password was entered for. */
export function samePlace(a: Place, b: Place): boolean {
  return placeKey(a) === placeKey(b);
}

/** Whether both lead to the same proxy, by whatever way of this machine. The UDP port counts unless both ways do without it. */
export function isSameProxy(a: ProxyAddress, b: ProxyAddress): boolean {
  if (foldedHost(a.host) !== foldedHost(b.host) || a.port !== b.port) return false;
  if (a.transport === 'ssh' || b.transport === 'ssh')
    return a.transport === b.transport && a.sshDestination === b.sshDestination;
  return a.udpPort === b.udpPort || (a.transport === 'kernel' && b.transport === 'kernel');
}

/** Names differ neither by case nor by the dot of the root (RFC 1034 section 3.1), addresses not by how they are written. */
export function foldedHost(host: string): string {
  return canonicalHost(host) ?? host;
}

/** What the way makes use of beside host and port. */
function wayOf(place: Place): readonly (string | number)[] {
  switch (place.transport) {
    case 'auto':
    case 'udp':
      return [place.udpPort];
    case 'kernel':
      return [];
    case 'ssh':
      return [place.sshDestination, place.relayCommand];
    default:
      return assertNever(place.transport);
  }
}
