import { describe, expect, it } from 'vitest';
import { idOfAddress } from '../../../electron/base/address-id.ts';
import { profileIdSchema } from '../../../shared/model/profile.ts';

const target = { host: 'proxy.example', port: 9090, transport: 'auto', udpPort: 9899 } as const;

describe('the id of an address', () => {
  it('is a UUID of version 5 as the audit log takes it', () => {
    expect(profileIdSchema.safeParse(idOfAddress(target)).success).toBe(true);
    // Python: uuid.uuid5(uuid.NAMESPACE_URL, 'spcp://proxy.example:9090/udp/9899')
    expect(idOfAddress(target)).toBe('959e9f09-7984-58e2-8c78-c26eb9327965');
  });

  it('is the same for the same place only', () => {
    expect(idOfAddress({ ...target, host: 'PROXY.example', transport: 'udp' })).toBe(
      idOfAddress(target),
    );
    expect(idOfAddress({ ...target, port: 9091 })).not.toBe(idOfAddress(target));
    expect(idOfAddress({ ...target, udpPort: 9900 })).not.toBe(idOfAddress(target));
    const there = { ...target, transport: 'ssh', sshDestination: 'jump.example' } as const;
    expect(idOfAddress(there)).not.toBe(idOfAddress(target));
  });
});
