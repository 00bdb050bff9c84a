import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { CopyChoice } from '../../../../shared/model/copies.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { useUndoable } from '../../../components/undoable.tsx';

export interface Restore {
  readonly busy: boolean;
  readonly error: ErrorValue | null;
  /** The production profile that would lose what protects it, and whose name is asked for. */
  readonly asking: ProfileEntry | null;
  run(choice: CopyChoice): void;
  /** With the name that was typed; another production profile is asked about next. */
  confirm(name: string): void;
  dismiss(): void;
}

/** Brings back what is chosen of a copy, and offers to take that back. */
export function useRestore(savedAt: number): Restore {
  const { t } = useTranslation();
  const { client, queries } = useApi();
  const tell = useUndoable();
  const profiles = useProfiles().value ?? [];
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const restore = async (choice: CopyChoice, confirmNames: readonly string[]): Promise<void> => {
    setBusy(true);
    setError(null);
    setAsked(null);
    try {
      const input = { savedAt, choice, confirmNames: [...confirmNames] };
      const { changed, undo } = await client.call('copies.restore', input);
      focusHeading();
      tell(t('copies:done', { count: changed }), t('copies:doneText'), async () => {
        await client.call('copies.undo', { undo });
        await queries.invalidateQueries({ queryKey: ['copies.list'] });
      });
    } catch (thrown) {
      const failure = errorOf(thrown);
      const id = wantsName(failure);
      const profile = profiles.find((each) => each.id === id);
      if (profile === undefined) setError(failure);
      else setAsked({ profile, choice, confirmNames });
    }
    setBusy(false);
    for (const name of ['copies.list', 'copies.show']) {
      await queries.invalidateQueries({ queryKey: [name] });
    }
  };
  return {
    busy,
    error,
    asking: asked?.profile ?? null,
    run: (choice) => void restore(choice, []),
    confirm(name) {
      if (asked !== null) void restore(asked.choice, [...asked.confirmNames, name]);
    },
    dismiss: () => setAsked(null),
  };
}

interface Asked {
  readonly profile: ProfileEntry;
  readonly choice: CopyChoice;
  readonly confirmNames: readonly string[];
}

/** The production profile that a refusal is about. */
function wantsName({ code, detail }: ErrorValue): string | null {
  if (code === 'read-only') return detail.id;
  return code === 'confirmation-needed' && detail.case === 'app' ? detail.id : null;
}
