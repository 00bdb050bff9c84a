import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { inOneLine } from '../../shared/texts/say.ts';
import { errorOf } from '../api/client.ts';
import { keepFocus } from '../api/page.ts';
import { useSpeaker } from '../format/use-speaker.ts';

/** Something that the user started: at most once at a time. */
export interface Action {
  readonly busy: boolean;
  run(task: () => Promise<unknown>): void;
}

/** Runs what the user starts, and tells in a notification when it fails. The focus stays where it was. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const speaker = useSpeaker();
  const giveFocusBack = useRef<() => void>(undefined);
  useEffect(() => {
    if (!busy) return;
    // Once the button works again, or is gone with what it belonged to.
    return () => giveFocusBack.current?.();
  }, [busy]);
  const run = useCallback(
    (task: () => Promise<unknown>) => {
      giveFocusBack.current = keepFocus();
      setBusy(true);
      task()
        .catch((thrown: unknown) => {
          const text = speaker.error(errorOf(thrown));
          notifications.show({
            title: text.title,
            message: inOneLine(text),
            color: 'red',
            icon: <IconAlertTriangle size={18} aria-hidden />,
            autoClose: false,
            role: 'alert',
          });
        })
        .finally(() => setBusy(false));
    },
    [speaker],
  );
  return { busy, run };
}

/** Tells that something was done, with what takes it back. */
export function notifyDone(title: string, message: React.ReactNode): void {
  notifications.show({
    title,
    message,
    color: 'teal',
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: 12_000,
  });
}
