import { describe, expect, it } from 'vitest';
import { draft, setUp } from '../roster-rig.ts';

describe('a removed profile', () => {
  it('comes back with its password, which is in no file meanwhile', async () => {
    const { roster, vault } = await setUp();
    const profile = await roster.save({ draft: draft(), password: 'secret' });
    await roster.remove(profile);
    expect(vault.state(profile.id, profile)).toBe('none');
    expect(await roster.restore(profile.id)).toEqual(profile);
    expect(await roster.passwordFor(profile.id, draft())).toBe('secret');
  });

  it('of a keychain that is locked just now comes back too', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove({ id });
    await roster.restore(id);
    keychain.locked = false;
    expect(await roster.passwordFor(id, draft())).toBe('secret');
  });

  it('does not come back under a name that is taken by now', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.remove({ id });
    await roster.save({ draft: draft({ name: 'MADRID' }) });
    await expect(roster.restore(id)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is gone for good once it is forgotten, from the keychain too', async () => {
    const { roster, keychain, vault } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove({ id });
    expect(await roster.forgetRemoved()).toEqual([id]);
    expect(vault.state(id, draft())).toBe('none');
    await expect(roster.restore(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that came back another way is no removed one any more, and keeps its password', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove({ id });
    keychain.locked = false;
    const [copy] = await roster.copies.list();
    const choice = { ids: [id], removeNewer: false };
    await roster.copies.restore({ savedAt: copy?.savedAt ?? 0, choice });
    expect(await roster.forgetRemoved()).toEqual([]);
    expect(await roster.passwordFor(id, draft())).toBe('secret');
  });
});
