import { describe, expect, it } from 'vitest';
import { isSameProxy, type Place, placeSchema, samePlace } from '../../../shared/model/place.ts';
import { placeFields } from '../../../shared/model/place-fields.ts';

const place = (more: Partial<Place> = {}): Place =>
  placeSchema.parse({ host: 'proxy.example', user: 'operator', ...more });
const relayed = place({ transport: 'ssh', sshDestination: 'ops@jump.example' });

describe('a place', () => {
  it.each<[string, Place, Place]>([
    ['its host', place(), place({ host: 'proxy.example.com' })],
    ['its port', place(), place({ port: 9091 })],
    ['its way', place(), place({ transport: 'kernel' })],
    ['its UDP port', place(), place({ udpPort: 9900 })],
    ['its user', place(), place({ user: 'Operator' })],
    ['its SSH destination', relayed, { ...relayed, sshDestination: 'ops@jump.example:2222' }],
    ['its relay command', relayed, { ...relayed, relayCommand: 'ncat --sctp {host} {port}' }],
  ])('is another one by %s', (_, a, b) => {
    expect(samePlace(a, b)).toBe(false);
  });

  it.each<[string, Place, Place]>([
    ['the case of its host', place(), place({ host: 'PROXY.Example' })],
    ['the dot of the root', place(), place({ host: 'proxy.example.' })],
    ['the case of an address', place({ host: '2001:db8::a' }), place({ host: '2001:DB8::A' })],
    ['an SSH destination that it does not use', place(), place({ sshDestination: 'jump' })],
    ['a UDP port that it does not use', relayed, { ...relayed, udpPort: 1 }],
  ])('is the same whatever %s', (_, a, b) => {
    expect(samePlace(a, b)).toBe(true);
  });

  it('is told apart also where one field could be read as another', () => {
    expect(samePlace(place({ user: 'a","b' }), place({ user: 'a', host: 'b' }))).toBe(false);
  });

  it('has these fields and no others', () => {
    expect(placeFields).toEqual([
      'host',
      'port',
      'transport',
      'udpPort',
      'sshDestination',
      'relayCommand',
      'user',
    ]);
  });
});

describe('the same proxy', () => {
  it('is reached by whatever user and whatever way of this machine', () => {
    expect(isSameProxy(place(), place({ user: 'other', transport: 'udp' }))).toBe(true);
    expect(isSameProxy(place(), place({ udpPort: 9900 }))).toBe(false);
    expect(
      isSameProxy(place({ transport: 'kernel' }), place({ transport: 'kernel', udpPort: 9900 })),
    ).toBe(true);
    expect(isSameProxy(place(), relayed)).toBe(false);
  });
});
