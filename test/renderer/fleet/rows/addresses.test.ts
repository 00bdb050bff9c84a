import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../../renderer/fleet/rows/addresses.ts';
import { profileOf } from '../../snapshots.ts';

const textsOf = (profiles: Parameters<typeof addressesOf>[0]) =>
  [...addressesOf(profiles).values()].map(({ host, way }) => `${host}|${way}`);

describe('the address of a proxy', () => {
  it('is host and port where that is enough', () => {
    const profiles = [
      profileOf('a', { host: 'one.example', udpPort: 1 }),
      profileOf('b', { host: 'two.example', udpPort: 2 }),
      profileOf('c', { host: 'two.example', port: 9091 }),
      profileOf('d', { host: '::1' }),
    ];
    expect(textsOf(profiles)).toEqual([
      'one.example:9090|',
      'two.example:9090|',
      'two.example:9091|',
      '[::1]:9090|',
    ]);
  });

  it('has the UDP port, or the SSH server, where only that differs', () => {
    const host = '127.0.0.1';
    const profiles = [
      profileOf('a', { host, transport: 'udp', udpPort: 41000 }),
      profileOf('b', { host, transport: 'auto', udpPort: 41001 }),
      profileOf('c', { host, transport: 'ssh', sshDestination: 'jump.example' }),
      profileOf('d', { host, transport: 'kernel' }),
    ];
    expect(textsOf(profiles)).toEqual([
      '127.0.0.1|UDP 41000',
      '127.0.0.1|UDP 41001',
      '127.0.0.1|SSH jump.example',
      '127.0.0.1:9090|',
    ]);
    expect(addressesOf(profiles).get('a')?.whole).toBe('127.0.0.1:9090 · UDP 41000');
  });
});
