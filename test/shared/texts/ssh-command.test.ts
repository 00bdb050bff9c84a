import { describe, expect, it } from 'vitest';
import type { ErrorValue } from '../../../shared/errors.ts';
import { speaker } from '../../../shared/texts/say.ts';
import { sshCommand } from '../../../shared/texts/ssh-command.ts';

it.each([
  ['jump', 'ssh jump'],
  ['ana@jump.example:2222', 'ssh -p 2222 ana@jump.example'],
  ['2001:db8::7', 'ssh 2001:db8::7'],
])('what is typed in a terminal for %s is read by ssh', (destination, typed) => {
  expect(sshCommand(destination)).toBe(typed);
});

describe.each(['en', 'es'])('where ssh would have to ask, in %s', (locale) => {
  const remedyOf = (code: string, more: object) => {
    const detail = { sshDestination: 'ana@jump:2222', said: '', ...more };
    return speaker(locale).error({ code, message: '', detail } as ErrorValue).remedy;
  };

  it('a terminal is named, and what to type there', () => {
    const refused = (takes: string | null) => remedyOf('ssh-login-refused', { takes });
    for (const takes of ['key', 'key-or-password', null]) {
      expect(refused(takes)).toContain('ssh-add');
      expect(refused(takes)).toContain('ssh -o BatchMode=yes -p 2222 ana@jump true');
    }
    expect(refused('key-or-password')).toContain('ssh-copy-id -p 2222 ana@jump');
    expect(refused('password')).toContain('ControlMaster');
    expect(remedyOf('ssh-host-key', { changed: false })).toContain('ssh -p 2222 ana@jump');
  });
});
