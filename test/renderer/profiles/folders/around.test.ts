import { expect, it } from 'vitest';
import { aroundFolder } from '../../../../renderer/views/profiles/folders/around.ts';
import { foldersById } from '../../../../shared/model/resolve-profile.ts';
import {
  type ProfileFolder,
  profileFolderSchema,
} from '../../../../shared/model/stored-profile.ts';

const folderOf = (id: string, parentId: string | null, settings: object): ProfileFolder =>
  profileFolderSchema.parse({ id, name: `Folder ${id.at(-1)}`, parentId, settings });
const outer = 'a0000000-0000-4000-8000-000000000001';
const inner = 'a0000000-0000-4000-8000-000000000002';

it('says of what a folder leaves unsaid what holds, and which folder around it says so', () => {
  const folders = foldersById([
    folderOf(outer, null, { user: 'eva', port: 9091 }),
    folderOf(inner, outer, { port: 9092 }),
  ]);
  const within = aroundFolder(inner, folders);
  expect(within.port).toEqual({ value: 9092, from: 'Folder 2' });
  expect(within.user).toEqual({ value: 'eva', from: 'Folder 1' });
  expect(within.udpPort).toEqual({ value: 9899, from: null });
  const top = aroundFolder(null, folders);
  expect(top.port).toEqual({ value: 9090, from: null });
  expect(top.user).toBeUndefined();
});
