import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { errorOf } from '../api/client.ts';
import { useErrorText } from '../format/error-text.ts';

/** Something that the user started: at most once at a time. */
export interface Action {
  readonly busy: boolean;
  run(task: () => Promise<unknown>): void;
}

/** Runs what the user starts, and tells in a notification when it fails. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const text = useErrorText();
  const run = useCallback(
    (task: () => Promise<unknown>) => {
      setBusy(true);
      task()
        .catch((thrown: unknown) => {
          const { title, message, remedy } = text(errorOf(thrown));
          notifications.show({
            title,
            message: `${message} ${remedy}`,
            color: 'red',
            icon: <IconAlertTriangle size={18} aria-hidden />,
            autoClose: false,
            role: 'alert',
          });
        })
        .finally(() => setBusy(false));
    },
    [text],
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
