import { describe, expect, it } from 'vitest';
import { scopeTest, searchFaultOf } from '../../../../shared/fleet/alerts/scope.ts';
import { classesOf, onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { profileSchema } from '../../../../shared/model/profile.ts';

const profile = profileSchema.parse({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Gateway',
  host: 'gw.example',
  user: 'ana',
  folder: 'Europe/Madrid',
  tags: 'mail, web',
  environment: 'production',
});
const search = (text: string) => ({ kind: 'search', search: text }) as const;

describe('for whom a rule is', () => {
  it.each([
    [{ kind: 'all' }, true],
    [{ kind: 'proxy', id: 'x' }, false],
    [{ kind: 'folder', folder: 'europe' }, true],
    [{ kind: 'folder', folder: 'Euro' }, false],
    [{ kind: 'tag', tag: 'MAIL' }, true],
    [{ kind: 'tag', tag: 'ail' }, false],
    [search('tag:mail -host:test'), true],
    [search('env:production folder:madrid'), true],
    [search('gateway -tag:web'), false],
    [search('state:ready'), false],
    [search('mail env:gone'), false],
  ] as const)('%o means this proxy: %s', (scope, expected) => {
    expect(scopeTest(scope, onlyUsualClasses)(profile)).toBe(expected);
  });

  it('says why a search cannot say it', () => {
    expect(searchFaultOf('tag:mail', onlyUsualClasses)).toBeNull();
    expect(searchFaultOf('tag:mail is:trouble', onlyUsualClasses)).toEqual({ kind: 'live' });
    expect(searchFaultOf('env:lab', onlyUsualClasses)).toEqual({ kind: 'word', word: 'lab' });
    const teeth = { readOnly: false, typed: false, marked: false };
    const classes = classesOf([{ id: 'a1', name: 'Lab', colour: 'none', teeth }]);
    expect(searchFaultOf('env:lab', classes)).toBeNull();
  });
});
