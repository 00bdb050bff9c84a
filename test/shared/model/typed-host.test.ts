import { describe, expect, it } from 'vitest';
import { hostSchema } from '../../../shared/model/host-schema.ts';
import { isSameProxy } from '../../../shared/model/place.ts';
import { takeHostApart } from '../../../shared/model/typed-host.ts';

describe('what is typed where a host is wanted', () => {
  it.each([
    ['proxy.example', 'proxy.example', null, null],
    [' Proxy.Example. ', 'proxy.example', null, null],
    ['proxy.example:9091', 'proxy.example', 9091, null],
    ['192.0.2.7:9090', '192.0.2.7', 9090, null],
    ['192.0.2.7 : 9090', '192.0.2.7', 9090, null],
    ['192.0.2.7 9090', '192.0.2.7', 9090, null],
    ['spcp://operator@proxy.example:9091/', 'proxy.example', 9091, 'operator'],
    ['sctp://192.0.2.7', '192.0.2.7', null, null],
    ['http://proxy.example:8080/admin?a#b', 'proxy.example', 8080, null],
    ['operator@proxy.example', 'proxy.example', null, 'operator'],
    ['[2001:db8::7]', '2001:db8::7', null, null],
    ['[2001:DB8:0::7]:9090', '2001:db8::7', 9090, null],
    ['http://[fe80::1%25eth0]:80/', 'fe80::1%eth0', 80, null],
    ['fe80::1%eth0', 'fe80::1%eth0', null, null],
    ['2001:db8::1:9090', '2001:db8::1:9090', null, null],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1', null, null],
    ['münchen.example', 'xn--mnchen-3ya.example', null, null],
    ['例え。jp', 'xn--r8jz45g.jp', null, null],
    ['ｐｒｏｘｙ．example：９０', 'proxy.example', 90, null],
    ['proxy\u200b.example\ufeff', 'proxy.example', null, null],
  ])('%j is taken apart', (typed, host, port, user) => {
    expect(takeHostApart(typed)).toEqual({ host, port, user });
    expect(hostSchema.parse(host)).toBe(host);
  });

  it.each([
    '',
    ':',
    ':9090',
    'a b c',
    '10.0.0.0/8',
    'admin:secret@proxy.example',
    'proxy:0',
    'proxy:65536',
    'proxy:port',
    '[proxy]x',
    '[]:9090',
    '1.2.3',
    'proxy.example..',
    'a..b',
    'a\u202e b c',
    'x'.repeat(2000),
  ])('%j is none', (typed) => {
    expect(takeHostApart(typed)).toBeNull();
  });

  it('is the same host in whatever way it is written', () => {
    const at = (host: string) => ({ host, port: 9090, transport: 'auto', udpPort: 9899 }) as const;
    expect(isSameProxy(at('2001:DB8:0:0::7'), at('2001:db8::7'))).toBe(true);
    expect(isSameProxy(at('Proxy.example.'), at('proxy.example'))).toBe(true);
    expect(isSameProxy(at('2001:db8::8'), at('2001:db8::7'))).toBe(false);
  });
});
