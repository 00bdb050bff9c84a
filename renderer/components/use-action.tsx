import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { errorOf } from '../api/client.ts';
import { keepFocus } from '../api/page.ts';
import { useSpeaker } from '../format/use-speaker.ts';
import { notifyError } from './toast.tsx';

/** Something that the user started: at most once at a time. */
export interface Action {
  readonly busy: boolean;
  run(task: () => Promise<unknown>): void;
}

/** Runs what the user starts, and tells in a notification when it fails. The focus stays where it was. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const speaker = useSpeaker();
  const failed = useRef<string | null>(null);
  const giveFocusBack = useRef<() => void>(undefined);
  useEffect(() => {
    if (!busy) return;
    // Once the button works again, or is gone with what it belonged to.
    return () => giveFocusBack.current?.();
  }, [busy]);
  const run = useCallback(
    (task: () => Promise<unknown>) => {
      giveFocusBack.current = keepFocus();
      // What the last try came to is over with the next.
      if (failed.current !== null) notifications.hide(failed.current);
      failed.current = null;
      setBusy(true);
      task()
        .catch((thrown: unknown) => {
          failed.current = notifyError(speaker.error(errorOf(thrown)));
        })
        .finally(() => setBusy(false));
    },
    [speaker],
  );
  return { busy, run };
}
