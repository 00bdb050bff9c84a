import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../../../electron/core/roster/roster.ts';
import { toErrorValue } from '../../../../../shared/errors.ts';
import { draft, idOf, openStore, setUp } from '../roster-rig.ts';

describe('saving a profile', () => {
  it('is told of once, with profile and password both in place', async () => {
    const { roster, changes } = await setUp();
    let passwordThen: Promise<string | null> | undefined;
    roster.listen(({ added }) => {
      passwordThen = roster.passwordFor(added[0]?.id ?? '', draft());
    });
    const profile = await roster.save({ draft: draft(), password: 'secret' });
    expect(changes).toEqual([
      {
        added: [profile],
        edited: [],
        removed: [],
        passwordChanged: [profile],
        restated: [],
        here: true,
      },
    ]);
    expect(await passwordThen).toBe('secret');
  });

  it('leaves no profile where its password cannot be kept', async () => {
    const { roster, keychain, changes } = await setUp();
    keychain.locked = true;
    await expect(roster.save({ draft: draft(), password: 'secret' })).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(roster.list()).toEqual([]);
    expect(changes).toEqual([]);
  });

  it('leaves an edited profile as it was where the new password cannot be kept', async () => {
    const { roster, keychain, faults } = await setUp();
    const before = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    const edit = { id: before.id, draft: draft({ host: 'b.example' }), password: 'new' };
    await expect(roster.save(edit)).rejects.toMatchObject({ code: 'secrets-unavailable' });
    keychain.locked = false;
    expect(roster.list()).toEqual([before]);
    expect(await roster.passwordFor(before.id, draft())).toBe('secret');
    expect(faults).toEqual([]);
  });

  it('without a password keeps the saved one, and tells whether one changed', async () => {
    const { roster, changes } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    await roster.save({ id, draft: draft({ folder: 'eu' }) });
    await roster.save({ id, draft: draft({ folder: 'eu' }), password: 'new' });
    await roster.save({ id, draft: draft({ folder: 'eu' }) });
    expect(
      changes
        .slice(1)
        .map(({ edited, passwordChanged }) => [edited.length, passwordChanged.map(idOf)]),
    ).toEqual([
      [1, []],
      [0, [id]],
    ]);
    expect(await roster.passwordFor(id, draft())).toBe('new');
  });

  it('of a profile that is not there is refused', async () => {
    const { roster } = await setUp();
    const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
    await expect(roster.save({ id, draft: draft() })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('under the name of one of the demo fleet is refused too', async () => {
    const { roster } = await setUp();
    await roster.addDemo(draft({ name: 'Demo' }), 'x');
    await expect(roster.save({ draft: draft({ name: 'demo' }) })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { field: 'name' },
    });
  });
});

describe('a saved password', () => {
  it.each<[string, object]>([
    ['host', { host: 'b.example' }],
    ['port', { port: 9091 }],
    ['way', { transport: 'udp' }],
    ['UDP port', { udpPort: 9900 }],
    ['user', { user: 'eva' }],
    ['way by SSH', { transport: 'ssh', sshDestination: 'jump.example' }],
  ])(
    'is asked for again where a save changes the %s, and nothing is changed before',
    async (_, more) => {
      const { roster, changes } = await setUp();
      const before = await roster.save({ draft: draft(), password: 'secret' });
      const { id } = before;
      const moved = draft(more);
      await expect(roster.save({ id, draft: moved })).rejects.toMatchObject({
        code: 'password-needed-again',
      });
      expect(roster.list()).toEqual([before]);
      expect(changes).toHaveLength(1);
      await roster.save({ id, draft: moved, password: 'again' });
      expect(await roster.passwordFor(id, moved)).toBe('again');
      await expect(roster.passwordFor(id, draft())).rejects.toMatchObject({
        code: 'password-needed-again',
      });
    },
  );

  it('goes along where a save only writes the host another way', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    const written = draft({ host: 'A.Example.', name: 'Toledo' });
    await roster.save({ id, draft: written });
    expect(await roster.passwordFor(id, written)).toBe('secret');
  });

  it('is none to be asked for where none was saved', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.save({ id, draft: draft({ host: 'b.example' }) });
    expect(await roster.entries()).toMatchObject([{ savedPassword: 'none' }]);
  });

  it('stays behind where another process points the profile elsewhere, also over a removal', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    const moved = draft({ host: 'evil.example' });
    const told = new Promise((resolve) => roster.listen(resolve));
    await (await openStore()).update(id, () => moved);
    await told;
    expect(await roster.entries()).toMatchObject([{ savedPassword: 'elsewhere' }]);
    await roster.remove({ id });
    await roster.restore(id);
    await expect(roster.passwordFor(id, moved)).rejects.toMatchObject({
      code: 'password-needed-again',
    });
    await roster.save({ id, draft: draft() });
    expect(await roster.passwordFor(id, draft())).toBe('secret');
  });
});

describe('an edit of a profile that was changed elsewhere since it began', () => {
  it('keeps what it does not touch', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    const base = draft();
    await (await openStore()).update(id, () => draft({ folder: 'eu', pollSeconds: 5 }));
    const saved = await roster.save({ id, base, draft: draft({ name: 'Toledo' }) });
    expect(saved).toEqual({ id, ...draft({ name: 'Toledo', folder: 'eu', pollSeconds: 5 }) });
    expect(roster.list()).toEqual([saved]);
  });

  it('is answered with both values of what both changed, and nothing is saved', async () => {
    const { roster, changes } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    const base = draft();
    const theirs = await roster.save({ id, base, draft: draft({ folder: 'eu', pollSeconds: 5 }) });
    const mine = draft({ folder: 'us', name: 'Toledo' });
    const error = await roster.save({ id, base, draft: mine }).catch(toErrorValue);
    expect(error).toMatchObject({
      code: 'edited-elsewhere',
      detail: { name: theirs.name, conflicts: [{ field: 'folder', mine: 'us', theirs: 'eu' }] },
    });
    expect(roster.list()).toEqual([theirs]);
    expect(changes).toHaveLength(2);
    const decided = await roster.save({ id, base: theirs, draft: { ...mine, pollSeconds: 5 } });
    expect(decided).toEqual({ id, ...mine, pollSeconds: 5 });
  });

  it('puts no password that was typed for one address with another', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await (await openStore()).update(id, () => draft({ host: 'evil.example' }));
    const edit = { id, base: draft(), draft: draft(), password: 'secret' };
    await expect(roster.save(edit)).rejects.toMatchObject({ code: 'edited-elsewhere' });
    expect(await roster.entries()).toMatchObject([{ savedPassword: 'none' }]);
  });

  it('takes back only what it did itself where its password cannot be kept', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    const store = await openStore();
    const edit = { id, base: draft(), draft: draft({ name: 'Toledo' }), password: 'secret' };
    // While the password is on its way into the keychain, another process edits.
    keychain.encrypt = async () => {
      await store.update(id, (present) => ({ ...present, folder: 'eu' }));
      throw new Error('locked');
    };
    await expect(roster.save(edit)).rejects.toMatchObject({ code: 'secrets-unavailable' });
    expect(roster.list()).toEqual([{ id, ...draft({ folder: 'eu' }) }]);
  });
});

describe('a production profile', () => {
  it.each<[string, (roster: Roster, id: string, confirmName?: string) => Promise<unknown>]>([
    ['be removed', (roster, id, confirmName) => roster.remove({ id, confirmName })],
    [
      'become another',
      (roster, id, confirmName) =>
        roster.save({ id, draft: draft({ environment: 'staging' }), confirmName }),
    ],
  ])('wants its name typed to %s', async (_, act) => {
    const { roster, asked } = await setUp();
    const profile = await roster.save({ draft: draft({ environment: 'production' }) });
    await expect(act(roster, profile.id)).rejects.toMatchObject({ code: 'confirmation-needed' });
    expect(roster.list()).toEqual([profile]);
    await act(roster, profile.id, 'Madrid');
    expect(asked).toEqual([undefined, 'Madrid']);
    expect(roster.list()).not.toEqual([profile]);
  });

  it('is edited without it as long as it remains one, and becomes one without it', async () => {
    const { roster, asked } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.save({ id, draft: draft({ environment: 'production' }) });
    await roster.save({ id, draft: draft({ environment: 'production', folder: 'eu' }) });
    expect(asked).toEqual([]);
  });
});
