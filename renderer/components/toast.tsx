import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ErrorText } from '../../shared/texts/texts.ts';
import { inOneLine } from '../../shared/texts/texts.ts';

/** What there is to read or press in it is done in this time, milliseconds. */
const shownMs = { done: 6000, removal: 15_000, error: 20_000 } as const;

/** As large as its lines of text, which the library's sign is not, pixels. */
const signSize = 14;

/** Tells that something was done. */
export function notifyDone(title: string, message: ReactNode): void {
  notifications.show({
    title,
    message,
    color: 'teal',
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: shownMs.done,
  });
}

/** Tells that something is gone, with what takes that back. Answers what `notifications.hide` wants. */
export function notifyRemoved(title: string, message: ReactNode): string {
  return notifications.show({
    title,
    message,
    color: 'gray',
    autoClose: shownMs.removal,
  });
}

/** Tells that something went wrong. Can be dismissed, and ends. Answers what `notifications.hide` wants. */
export function notifyError(text: ErrorText): string {
  return notifyAlert(text.title, inOneLine(text));
}

/** Tells of what somebody has to look at; as `notifyError`. */
export function notifyAlert(title: string, message: ReactNode, one?: OneAlert): string {
  const told = {
    title,
    message,
    color: 'red',
    icon: <IconAlertTriangle size={signSize} aria-hidden />,
    styles: { icon: { width: signSize + 6, height: signSize + 6 } },
    autoClose: shownMs.error,
    role: 'alert',
  };
  if (one === undefined) return notifications.show(told);
  const { id, isNew, onClose } = one;
  if (isNew) notifications.show({ ...told, id, onClose });
  else notifications.update({ ...told, id, onClose });
  return id;
}

/** A message of which there is one at most, which is told anew, or (not `isNew`) says something else from now on. */
export interface OneAlert {
  readonly id: string;
  readonly isNew: boolean;
  readonly onClose: () => void;
}
