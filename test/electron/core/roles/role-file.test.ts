import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoleFile, type RoleFile, roleIn } from '../../../../electron/core/roles/role-file.ts';
import { roles } from '../../../../shared/model/roles.ts';

const file = (more: object) => JSON.stringify({ version: 1, ...more });
const parsed = (more: object) => parseRoleFile(file(more)) as RoleFile;
const user = (name: string, ...groups: string[]) => ({ uid: 1000, name, groups });

describe('a file of roles', () => {
  it('gives the most of what a user, a group of theirs and everybody has', () => {
    const given = parsed({
      users: { ana: 'view', eva: 'administer' },
      groups: { noc: 'operate', 'domain users': 'view' },
      others: null,
    });
    expect(roleIn(given, user('ana'))).toBe('view');
    expect(roleIn(given, user('ana', 'staff', 'noc'))).toBe('operate');
    expect(roleIn(given, user('eva', 'noc'))).toBe('administer');
    expect(roleIn(given, user('tom', 'domain users'))).toBe('view');
    expect(roleIn(given, user('tom', 'staff'))).toBeNull();
    expect(roleIn({ ...given, others: 'view' }, user('tom'))).toBe('view');
  });

  it('names nobody by what every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(roleIn(parsed({}), user(name, name))).toBeNull();
  });

  it.each([
    ['{', { reason: 'no-json', cause: '' }],
    ['null', { reason: 'wrong', cause: '' }],
    ['{"version": 3, "who": {}}', { reason: 'newer', cause: '3' }],
    ['{"users": {}}', { reason: 'wrong', cause: 'version' }],
    ['{"version": 1, "user": {"ana": "view"}}', { reason: 'wrong', cause: 'user' }],
    ['{"version": 1, "users": {"ana": "root"}}', { reason: 'wrong', cause: 'users.ana' }],
    ['{"version": 1, "users": {"": "view"}}', { reason: 'wrong', cause: 'users.' }],
    ['{"version": 1, "others": "nobody"}', { reason: 'wrong', cause: 'others' }],
  ])('that is %s is refused as a whole', (text, fault) => {
    expect(parseRoleFile(text)).toEqual(fault);
  });

  it('never gives more than the most that it says, whatever it is', () => {
    const role = fc.constantFrom(...roles);
    const names = fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), role);
    const anyFile = fc.record({ users: names, groups: names, others: fc.option(role) });
    fc.assert(
      fc.property(anyFile, fc.string(), fc.array(fc.string()), (given, name, groups) => {
        const said = [...Object.values(given.users), ...Object.values(given.groups), given.others];
        const got = roleIn(parsed(given), { uid: 1, name, groups });
        expect([null, ...said]).toContain(got);
      }),
    );
  });
});
