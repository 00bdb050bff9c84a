import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { keptCommand } from '../../../shared/model/intended.ts';
import type { TagIntent } from '../../../shared/model/stored-profile.ts';
import { tagIntentOf } from '../../../shared/model/tag-intents.ts';
import type { Client } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';
import { useUndoable } from '../../components/undoable.tsx';
import { useAction } from '../../components/use-action.tsx';
import { undoOf } from '../profiles/bulk/bulk-form.ts';

type Intended = TagIntent['settings'];

/** A value as profiles, folders and tags keep it. */
export function intendedAs(setting: DriftRow['setting'], value: string | null): Intended {
  return setting === 'transformation'
    ? { intendedTransformation: keptCommand(value) }
    : { intendedBufferSize: Number(value ?? 0) };
}

/** What is in force becomes what is intended: of the proxy alone (`own`), or where it is said now, which is for so many. */
export function useAdopt(folders: readonly FolderEntry[]) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const adopt = (
    row: DriftRow,
    profile: ProfileEntry,
    where: 'own' | { readonly count: number },
  ): void =>
    run(async () => {
      if (row.found === null) return;
      const set = intendedAs(row.setting, row.found.value);
      const source = where === 'own' || row.intended.kind !== 'said' ? null : row.intended.source;
      const undo =
        source === null || source.kind === 'own'
          ? await onProfile(client, profile, set)
          : source.kind === 'tag'
            ? await onTag(client, source.tag, set)
            : await onFolder(client, folders, source.id, set);
      const setting = t(`changes:settings.${row.setting}`);
      const { name } = profile;
      const text =
        where === 'own'
          ? t('drift:adoptedText', { setting, name })
          : t('drift:adoptedFor', { setting, name, count: where.count });
      tell(t('drift:adopted'), text, undo);
    });
  return { busy, adopt };
}

/** Sets it for one proxy; answers what takes it back. */
export async function onProfile(
  client: Client,
  profile: ProfileEntry,
  set: Intended,
): Promise<() => Promise<unknown>> {
  const after = await client.call('profiles.edit', { ids: [profile.id], set });
  return () => client.call('profiles.saveMany', undoOf([profile], after));
}

async function onFolder(
  client: Client,
  folders: readonly FolderEntry[],
  id: string,
  set: Intended,
): Promise<() => Promise<unknown>> {
  const folder = folders.find((each) => each.id === id);
  if (folder === undefined) throw new Error('a folder that says something is not there');
  const { name, parentId, colour, kept, settings } = folder;
  const base = { name, parentId, colour, kept, settings };
  const draft = { ...base, settings: { ...settings, ...set } };
  const { undo } = await client.call('folders.save', { id, base, draft });
  return async () => {
    if (undo !== undefined) await client.call('folders.undo', { undo });
  };
}

/** Says it of a tag; answers what takes it back, and nothing else that the tag says by then. */
export async function onTag(
  client: Client,
  tag: string,
  set: Intended,
): Promise<() => Promise<unknown>> {
  const before = tagIntentOf(await client.call('tags.list', {}), tag)?.settings ?? {};
  await client.call('tags.save', { tag, settings: set });
  const { intendedTransformation = '', intendedBufferSize = 0 } = before;
  const settings = {
    ...(set.intendedTransformation !== undefined && { intendedTransformation }),
    ...(set.intendedBufferSize !== undefined && { intendedBufferSize }),
  };
  return () => client.call('tags.save', { tag, settings });
}
