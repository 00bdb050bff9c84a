import { describe, expect, it, onTestFinished } from 'vitest';
import { createRoster } from '../../../../electron/core/roster/roster.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { createSessionVault } from '../../../../electron/store/secrets/session-vault.ts';
import { type ProfileDraft, profileDraftSchema } from '../../../../shared/model/profile.ts';
import { openBook } from '../../../../shared/model/profile-book.ts';
import { noSecrets } from '../../../../shared/model/sealed-secrets.ts';
import type { ProfileBook } from '../../../../shared/model/stored-profile.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { namesTyped } from './profiles/names-typed.ts';

async function setUp() {
  const { store } = await openProfiles(temporaryDirectory());
  onTestFinished(store.close);
  const roster = createRoster({
    profiles: store,
    vault: createSessionVault(),
    requireDeed: namesTyped(),
    logFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const draft = (name: string, more: object = {}) =>
    profileDraftSchema.parse({
      name,
      host: `${name.toLowerCase()}.example`,
      user: 'ana',
      environment: 'production',
      ...more,
    });
  const add = (name: string, more?: object) => roster.save({ draft: draft(name, more) });
  return { roster, add, draft };
}

function profileBookOf(draft: ProfileDraft): ProfileBook {
  const open = openBook({ profiles: [], folders: [], tags: [], classes: [] }, () => 'a folder');
  open.put('0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a09', { draft });
  return open.closed();
}

const refused = { code: 'confirmation-needed' };

describe('a deed on guarded profiles', () => {
  it('that leads one elsewhere wants its name, and changes nothing without', async () => {
    const { roster, add } = await setUp();
    const { id, ...draft } = await add('Madrid');
    const edit = { id, draft: { ...draft, port: 9191 } };
    await expect(roster.save(edit)).rejects.toMatchObject(refused);
    expect(roster.get(id)?.port).toBe(9090);
    await roster.save({ ...edit, confirmName: 'madrid' });
    expect(roster.get(id)?.port).toBe(9191);
    await roster.save({ id, draft: { ...draft, port: 9191, notes: 'Rack 4' } });
  });

  it('that touches many wants one approval', async () => {
    const { roster, add } = await setUp();
    const ids = [(await add('Madrid')).id, (await add('Lima')).id];
    const edit = { ids, set: { transport: 'kernel' } } as const;
    await expect(roster.editAll(edit)).rejects.toMatchObject({
      detail: { case: 'deed', approval: 'Madrid 2', count: 2 },
    });
    await roster.editAll({ ...edit, confirmName: 'Madrid 2' });
    expect(roster.list().map(({ transport }) => transport)).toEqual(['kernel', 'kernel']);
  });

  it('by a folder that they inherit from wants the same, also when it is taken back', async () => {
    const { roster, add } = await setUp();
    const folder = { name: 'EU', parentId: null, colour: 'none', kept: true } as const;
    const eu = await roster.saveFolder({ draft: { ...folder, settings: { port: 9090 } } });
    const { id } = await add('Madrid', { folder: 'EU' });
    const edit = { id: eu.id, draft: { ...folder, settings: { port: 9191 } } };
    await expect(roster.saveFolder(edit)).rejects.toMatchObject(refused);
    const { undo = '' } = await roster.saveFolder({ ...edit, confirmName: 'Madrid' });
    expect(roster.get(id)?.port).toBe(9191);
    await expect(roster.undoFolder(undo)).rejects.toMatchObject(refused);
    await roster.undoFolder(undo, 'Madrid');
    expect(roster.get(id)?.port).toBe(9090);
  });

  it('that takes teeth from their class wants the same', async () => {
    const { roster, add } = await setUp();
    const teeth = { readOnly: true, typed: true };
    const own = await roster.saveClass({ set: { name: 'Customer', teeth } });
    await add('Madrid', { environment: own.id });
    const weaker = { id: own.id, set: { teeth: { typed: false } } };
    await expect(roster.saveClass(weaker)).rejects.toMatchObject(refused);
    await expect(roster.removeClass({ id: own.id, to: 'staging' })).rejects.toMatchObject(refused);
    const undo = await roster.removeClass({ id: own.id, to: 'production' });
    expect(roster.list()[0]?.environment).toBe('production');
    await roster.undoClass(undo);
    expect(roster.list()[0]?.environment).toBe(own.id);
    await roster.saveClass({ ...weaker, confirmName: 'Madrid' });
    expect(roster.classes().get(own.id)?.teeth.typed).toBe(false);
  });

  it('that takes the teeth of one by a class in a file, of which nothing is replaced, wants the same', async () => {
    const { roster, add } = await setUp();
    const unknown = '22222222-2222-4222-8222-222222222222';
    await add('Madrid', { environment: unknown });
    const teeth = { readOnly: false, typed: false, marked: false };
    const lab = { id: unknown, name: 'Lab', colour: 'none', teeth } as const;
    const order = {
      exported: { profiles: [], folders: [], tags: [], classes: [lab] },
      secrets: noSecrets,
      choose: () => ({ choice: 'skip', seen: null }) as const,
    };
    await expect(roster.importing.run(order)).rejects.toMatchObject(refused);
    expect(roster.classes().has(unknown)).toBe(false);
    await roster.importing.run({ ...order, confirmName: 'Madrid' });
    expect(roster.classes().get(unknown)?.name).toBe('Lab');
  });
});

describe('what tags of a file intend', () => {
  it('is taken where somebody says so and takes a profile, and never unseen', async () => {
    const { roster, add, draft } = await setUp();
    const intended = { tag: 'mail', settings: { intendedTransformation: '=rev' } };
    await add('Madrid', { tags: 'mail' });
    const lima = profileBookOf(draft('Lima'));
    const order = {
      exported: { ...lima, tags: [intended] },
      secrets: noSecrets,
      choose: () => ({ choice: 'skip', seen: null }) as const,
    };
    await roster.importing.run({ ...order, withTags: true });
    expect(roster.importing.book().tags).toEqual([]);
    const adding = { ...order, choose: () => ({ choice: 'add', seen: null }) as const };
    await roster.importing.run(adding);
    expect(roster.importing.book().tags).toEqual([]);
    const { undo } = await roster.importing.run({ ...adding, withTags: true });
    expect(roster.importing.book().tags).toEqual([intended]);
    await roster.importing.undo(undo);
    expect(roster.importing.book().tags).toEqual([]);
  });
});
