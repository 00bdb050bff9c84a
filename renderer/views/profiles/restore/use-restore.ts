import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { CopyChoice } from '../../../../shared/model/copies.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { useUndoable } from '../../../components/undoable.tsx';

export interface Restore {
  readonly busy: boolean;
  readonly error: ErrorValue | null;
  run(choice: CopyChoice): void;
}

/** Brings back what is chosen of a copy, and offers to take that back. */
export function useRestore(savedAt: number): Restore {
  const { t } = useTranslation();
  const { client, queries } = useApi();
  const tell = useUndoable();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const restore = async (choice: CopyChoice): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { changed, undo } = await client.call('copies.restore', { savedAt, choice });
      focusHeading();
      const title = changed === 0 ? t('copies:doneSaid') : t('copies:done', { count: changed });
      tell(title, changed === 0 ? '' : t('copies:doneText'), async () => {
        await client.call('copies.undo', { undo });
        await queries.invalidateQueries({ queryKey: ['copies.list'] });
      });
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    setBusy(false);
    for (const name of ['copies.list', 'copies.show']) {
      await queries.invalidateQueries({ queryKey: [name] });
    }
  };
  return {
    busy,
    error,
    run: (choice) => void restore(choice),
  };
}
