import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Removes a folder, told with its path, and offers to take that back. `onRemoved` is called once it is gone. */
export function useFolderRemoval(): {
  readonly busy: boolean;
  remove(folder: { readonly id: string; readonly path: string }, onRemoved?: () => void): void;
} {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  return {
    busy,
    remove: ({ id, path }, onRemoved) =>
      run(async () => {
        const { undo } = await client.call('folders.remove', { id });
        onRemoved?.();
        tell(t('profiles:folders.removed', { name: path }), t('profiles:folders.removedText'), () =>
          client.call('folders.undo', { undo }),
        );
      }),
  };
}
