import { useMemo } from 'react';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { folderChain, foldersById } from '../../../../shared/model/resolve-profile.ts';
import { useFolders } from '../../../api/folders.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { nearestFolder } from '../editor/inheritance.ts';
import type { ExportOffer } from './export-file-name.ts';

/** What a file would have in it; `passwords` where it is written with them. */
export interface ExportCounts {
  readonly profiles: number;
  readonly folders: number;
  readonly passwords: number;
  /** Whether the demo fleet is here, and stays out. */
  readonly demo: boolean;
}

/** Of what lies here: what administrators supply and the demo fleet are in no export. */
export function exportCounts(
  offer: ExportOffer | undefined,
  allProfiles: readonly ProfileEntry[],
  allFolders: readonly FolderEntry[],
): ExportCounts {
  const folders = allFolders.filter(({ managed }) => managed === undefined);
  const byId = foldersById(folders);
  const isIn = (id: string | null): boolean =>
    offer?.kind === 'all' ||
    (offer?.kind === 'folder' && folderChain(id, byId).some((each) => each.id === offer.id));
  const ids = new Set(offer?.kind === 'profiles' ? offer.ids : []);
  const profiles = allProfiles
    .filter(({ managed, demo }) => managed === undefined && !demo)
    .map((profile) => ({ profile, folder: nearestFolder(profile.folder, byId) }))
    .filter(({ profile, folder }) => ids.has(profile.id) || isIn(folder));
  const inside = folders.filter(({ id }) => isIn(id)).map(({ id }) => id);
  const chosen = [...inside, ...profiles.map(({ folder }) => folder)];
  const around = new Set(chosen.flatMap((id) => folderChain(id, byId).map((each) => each.id)));
  const exported = folders.filter(({ id }) => around.has(id));
  const kept = [...profiles.map(({ profile }) => profile), ...exported];
  return {
    profiles: profiles.length,
    folders: exported.length,
    passwords: kept.filter(({ savedPassword }) => savedPassword === 'here').length,
    demo: allProfiles.some(({ demo }) => demo),
  };
}

export function useExportCounts(offer: ExportOffer | undefined): ExportCounts {
  const profiles = useProfiles().value;
  const folders = useFolders().value;
  return useMemo(
    () => exportCounts(offer, profiles ?? [], folders ?? []),
    [offer, profiles, folders],
  );
}
