import { describe, expect, it } from 'vitest';
import { relayFailure } from '../../../../electron/transport/ssh/failure.ts';

const target = {
  sshDestination: 'jump.example',
  relayCommand: 'socat - SCTP:{host}:{port}',
  host: '2001:db8::7',
  port: 9090,
};

describe('the failure of a relay', () => {
  it('tells a changed host key from one that is not known', () => {
    const exit = { code: 255, signal: null, error: null };
    const said = 'Host key for jump.example has changed and you have requested strict checking.';
    expect(relayFailure('login', exit, said, target).detail).toMatchObject({ changed: true });
    expect(relayFailure('login', exit, 'Host key verification failed.', target)).toMatchObject({
      code: 'ssh-host-key',
      detail: { changed: false },
    });
  });
});
