import { describe, expect, it } from 'vitest';
import { remoteOf } from '../../../electron/core/actor.ts';

describe('who sits elsewhere', () => {
  it('is the address of the SSH login, and the user behind sudo', () => {
    const SSH_CONNECTION = '192.0.2.7 51000 198.51.100.1 22';
    expect(remoteOf({ SSH_CONNECTION })).toBe('192.0.2.7');
    expect(remoteOf({ SSH_CONNECTION, SUDO_USER: 'ana' })).toBe('ana@192.0.2.7');
    expect(remoteOf({ SUDO_USER: 'ana' })).toBe('ana');
    expect(remoteOf({ SUDO_USER: 'jürgen' })).toBe('jürgen');
    expect(remoteOf({})).toBeNull();
  });

  it('is no more than a line, whatever the environment says', () => {
    const said = remoteOf({ SUDO_USER: `a\u001b[31m\n${'x'.repeat(5000)}` });
    expect([...(said ?? '')].every((each) => each >= ' ')).toBe(true);
    expect(said?.length).toBeLessThan(200);
  });
});
