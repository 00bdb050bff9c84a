import { describe, expect, it } from 'vitest';
import { fieldToMend } from '../../../../renderer/views/profiles/editor/field-to-mend.ts';
import { AppError } from '../../../../shared/errors.ts';

describe('the field in which a proxy is put right', () => {
  it.each([
    [new AppError('no-password', { case: 'profile', name: 'Madrid' }), 'password'],
    [new AppError('password-needed-again', {}), 'password'],
    [new AppError('login-refused', { where: 'a', step: 'user' }), 'user'],
    [new AppError('login-refused', { where: 'a', step: 'password' }), 'password'],
    [new AppError('host-not-found', { case: 'unknown', host: 'a' }), 'host'],
    [
      new AppError('host-not-found', { case: 'ssh', sshDestination: 'a', said: '' }),
      'sshDestination',
    ],
    [new AppError('udp-port-closed', { host: 'a', udpPort: 1 }), 'udpPort'],
    [new AppError('not-sctp', { host: 'a', udpPort: 1 }), null],
  ])('of %s is %s', (error, field) => {
    expect(fieldToMend(error.toValue())).toBe(field);
  });
});
