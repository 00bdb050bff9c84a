import { describe, expect, it } from 'vitest';
import { hostUnknown, isHostName } from '../../../electron/transport/host-unknown.ts';

describe('a host that was not found', () => {
  it.each(['proxy', 'proxy.example', 'proxy.example.', '3com.example', 'a-b.c', 'münchen.example'])(
    'may be behind a VPN where it is a name: %s',
    (host) => {
      expect(isHostName(host)).toBe(true);
      expect(hostUnknown(host, null).message).toContain('VPN');
    },
  );

  it.each(['300.1.1.1', '1.2.3.4.5', '12345', 'a_b.example', 'a..b', '-a.example', '.', ''])(
    'is not looked for there where it is none: %s',
    (host) => {
      expect(isHostName(host)).toBe(false);
      expect(hostUnknown(host, null)).toMatchObject({
        code: 'host-not-found',
        detail: { host, case: 'no-host-name' },
      });
      expect(hostUnknown(host, null).message).not.toContain('VPN');
    },
  );
});
