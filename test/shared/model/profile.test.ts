import { describe, expect, it } from 'vitest';
import { hostSchema } from '../../../shared/model/host-schema.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';

const draft = { name: 'Madrid', host: 'proxy.example', user: 'operator' };

describe('a profile', () => {
  it('fills in the ports, the transport and the pace that most proxies have', () => {
    expect(profileDraftSchema.parse(draft)).toMatchObject({
      port: 9090,
      udpPort: 9899,
      transport: 'auto',
      environment: 'development',
      pollSeconds: 1,
      autoConnect: true,
    });
  });

  it.each([
    'proxy.example',
    'proxy',
    '192.0.2.7',
    '2001:db8::7',
    'fe80::1%eth0',
    '::1',
    'a-b.example.',
  ])('takes %s as a host', (host) => {
    expect(hostSchema.parse(host)).toBe(host);
  });

  it.each([
    '',
    '-oProxyCommand=x',
    'a b',
    'http://proxy',
    'proxy:9090',
    '[::1]',
    'ñ.example',
    '$(id)',
    ':',
    '192.0.2.7:9090',
    '999.0.2.7',
    '192.0.2',
    'a:9090',
    '2001:db8::7::1',
    '[2001:db8::7]:9090',
    'fe80::1%',
    'proxy%eth0',
    'a..example',
    'a-.example',
  ])('refuses %j as a host', (host) => {
    expect(hostSchema.safeParse(host).success).toBe(false);
  });

  it.each([
    ['port', 0],
    ['port', 65_536],
    ['udpPort', 1.5],
    ['user', 'contraseña'],
    ['user', 'x'.repeat(256)],
    ['name', '   '],
    ['pollSeconds', 0],
  ])('refuses %s %j', (field, value) => {
    const result = profileDraftSchema.safeParse({ ...draft, [field]: value });
    expect(result.error?.issues[0]?.path).toEqual([field]);
  });
});
