import { createContext, useContext } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../shared/model/host.ts';

/** Where a proxy is, in as few words as tell it from every other. */
export interface Address {
  /** Host and port; the host alone where others have the same port of it. */
  readonly host: string;
  /** What tells it from those: the UDP port, or the SSH server; empty where nothing has to. */
  readonly way: string;
  /** All of it. */
  readonly whole: string;
}

type Place = Pick<
  ProfileEntry,
  'id' | 'host' | 'port' | 'transport' | 'udpPort' | 'sshDestination'
>;

/** The address of each: host and port, and for those that have these in common what they differ in, the UDP port or the SSH server. */
export function addressesOf(profiles: readonly Place[]): ReadonlyMap<string, Address> {
  const byBase = Map.groupBy(profiles, ({ host, port }) => hostAndPort(host, port));
  const addresses = new Map<string, Address>();
  for (const [base, alike] of byBase) {
    for (const profile of alike) {
      const way = alike.length === 1 ? '' : wayOf(profile);
      addresses.set(profile.id, {
        host: way === '' ? base : profile.host,
        way,
        whole: way === '' ? base : `${base} · ${way}`,
      });
    }
  }
  return addresses;
}

function wayOf({ transport, udpPort, sshDestination }: Place): string {
  if (transport === 'ssh') return `SSH ${sshDestination}`;
  return transport === 'kernel' ? '' : `UDP ${udpPort}`;
}

/** Those of the whole fleet: what is filtered out still has an address that another must not seem to have. */
export const AddressesContext = createContext<ReadonlyMap<string, Address>>(new Map());

export function useAddress({ id, host, port }: ProfileEntry): Address {
  const known = useContext(AddressesContext).get(id);
  const whole = hostAndPort(host, port);
  return known ?? { host: whole, way: '', whole };
}
