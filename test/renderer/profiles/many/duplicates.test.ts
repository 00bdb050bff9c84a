import { expect, it } from 'vitest';
import { duplicatesOf } from '../../../../renderer/views/profiles/many/duplicates.ts';
import { profileCalls } from '../../../../shared/ipc/calls/profile.ts';
import { profileOf } from '../../snapshots.ts';

it('gives each a name that nobody has, and no password', () => {
  const all = ['Mail', 'Mail 2', 'Web 7', 'x'.repeat(80)].map((name) => ({
    ...profileOf('proxy'),
    name,
  }));
  const edits = duplicatesOf(all, all);
  expect(edits.map(({ draft }) => draft.name)).toEqual([
    'Mail 3',
    'Mail 4',
    'Web 2',
    `${'x'.repeat(72)} 2`,
  ]);
  expect(edits.every((edit) => !('password' in edit) && !('id' in edit))).toBe(true);
  expect(profileCalls['profiles.saveMany'].input.safeParse({ edits }).success).toBe(true);
});

it('leaves to the folder what the folder says', () => {
  const profile = profileOf('a', {
    user: 'from folder',
    port: 91,
    sources: { user: '00000000-0000-4000-8000-000000000001', port: 'own' },
  });
  expect(duplicatesOf([profile], [profile])[0]?.own).toEqual(['port']);
});
