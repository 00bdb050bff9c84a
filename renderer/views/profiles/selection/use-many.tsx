import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { notifyDone, notifyError } from '../../../components/toast.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { type ManyDone, withMany } from './many.ts';

export type ManyAction = 'connect' | 'disconnect';

/** What is under way with many proxies. */
export interface Progress {
  readonly action: ManyAction;
  readonly over: number;
  readonly all: number;
}

/** So many are named in a notification. */
const mostNamed = 3;

/** Connects or disconnects many proxies; tells what came of it, with what takes it back. */
export function useMany(): {
  readonly progress: Progress | null;
  run(action: ManyAction, profiles: readonly ProfileEntry[]): void;
} {
  const { client, fleet } = useApi();
  const tellUndoable = useUndoable();
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const [progress, setProgress] = useState<Progress | null>(null);

  const namesOf = (profiles: readonly ProfileEntry[], ids: readonly string[]): string => {
    const names = profiles.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    const more = names.length - mostNamed;
    return more > 0
      ? t('arrangement:many.andMore', {
          names: names.slice(0, mostNamed).join(', '),
          count: more,
        })
      : names.join(', ');
  };
  const tell = (
    action: ManyAction,
    profiles: readonly ProfileEntry[],
    { done, failed }: ManyDone,
    tried: ReadonlySet<string>,
  ): void => {
    const [first] = failed;
    if (first !== undefined) {
      const { title, ...rest } = speaker.error(first.error);
      const names = namesOf(
        profiles,
        failed.map(({ id }) => id),
      );
      notifyError({ ...rest, title: `${names}: ${title}` });
    }
    if (done.length === 0) return;
    const names = namesOf(profiles, done);
    const title = t(`arrangement:many.done.${action}`, { count: done.length });
    // One that was being tried already is left at that.
    const changed = profiles.filter(({ id }) => done.includes(id) && !tried.has(id));
    if (changed.length === 0) notifyDone(title, names);
    else
      tellUndoable(title, names, async () => {
        run(action === 'connect' ? 'disconnect' : 'connect', changed);
        return 'told';
      });
  };
  const run = (action: ManyAction, profiles: readonly ProfileEntry[]): void => {
    const all = profiles.length;
    setProgress({ action, over: 0, all });
    const kindOf = (id: string) => fleet.snapshots.get()?.get(id)?.state.kind;
    const waiting = profiles.filter(({ id }) => action === 'connect' && kindOf(id) === 'waiting');
    const tried = new Set(waiting.map(({ id }) => id));
    const call = (id: string): Promise<unknown> => client.call(`fleet.${action}`, { id });
    void withMany(
      profiles.map(({ id }) => id),
      call,
      (over) => setProgress({ action, over, all }),
    )
      .then((outcome) => tell(action, profiles, outcome, tried))
      .finally(() => setProgress(null));
  };
  return { progress, run };
}
