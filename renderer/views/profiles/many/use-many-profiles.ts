import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { queryKeyOf } from '../../../api/queries.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { duplicatesOf } from './duplicates.ts';

export interface ManyProfiles {
  readonly busy: boolean;
  /** Adds a profile like each, under a name of its own and without a password: that is in no window. */
  duplicate(profiles: readonly ProfileEntry[]): void;
  favour(profiles: readonly ProfileEntry[], favourite: boolean): void;
  /** Asks first where some are managed. */
  remove(profiles: readonly ProfileEntry[]): void;
  /** What is asked about, null while nothing is. */
  readonly asking: readonly ProfileEntry[] | null;
  /** Those go that are not. */
  confirm(): void;
  dismiss(): void;
}

/** What is done with many profiles in one step, each with what takes it back. */
export function useManyProfiles(): ManyProfiles {
  const { t } = useTranslation();
  const { client, queries } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const [asking, setAsking] = useState<readonly ProfileEntry[] | null>(null);
  const removeNow = (profiles: readonly ProfileEntry[]): void => {
    const ids = profiles.map(({ id }) => id);
    run(async () => {
      await client.call('profiles.removeMany', { ids });
      tell(
        t('profiles:many.removed', { count: ids.length }),
        t('profiles:removed.text'),
        async () => {
          await client.call('profiles.restoreMany', { ids });
          focusHeading();
        },
      );
    });
  };
  return {
    busy,
    duplicate: (profiles) =>
      run(async () => {
        const all = queries.getQueryData<readonly ProfileEntry[]>(queryKeyOf('profiles.list', {}));
        const added = await client.call('profiles.saveMany', {
          edits: duplicatesOf(profiles, all ?? profiles),
        });
        tell(
          t('profiles:added.title', { count: added.length }),
          t('profiles:many.duplicatedText'),
          () => client.call('profiles.removeMany', { ids: added.map(({ id }) => id) }),
        );
      }),
    favour: (profiles, favourite) =>
      run(async () => {
        const { undoOf } = await import('../bulk/bulk-form.ts');
        const before = profiles.filter((profile) => profile.favourite !== favourite);
        const ids = before.map(({ id }) => id);
        const after = await client.call('profiles.edit', { ids, set: { favourite } });
        tell(
          t(favourite ? 'profiles:many.favoured' : 'profiles:many.unfavoured', {
            count: after.length,
          }),
          '',
          () => client.call('profiles.saveMany', undoOf(before, after)),
        );
      }),
    remove(profiles) {
      if (profiles.every(canGo)) removeNow(profiles);
      else setAsking(profiles);
    },
    asking,
    confirm() {
      const going = (asking ?? []).filter(canGo);
      setAsking(null);
      if (going.length > 0) removeNow(going);
    },
    dismiss: () => setAsking(null),
  };
}

/** What administrators supply is not the user's to remove. */
export function canGo({ managed }: ProfileEntry): boolean {
  return managed === undefined;
}
