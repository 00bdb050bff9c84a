/** Told of what was opened, and how it is closed. */
export type Opened = (close: () => unknown) => void;

/**
 * Opens what consists of parts. Where that throws, what was open is closed, the last one first, before the error goes on: what stays open keeps the
 * process from ending. `onFault` hears what could not be closed.
 */
export async function openWhole<T>(
  open: (opened: Opened) => Promise<T>,
  onFault: (what: string, error: unknown) => void,
): Promise<T> {
  const closes: (() => unknown)[] = [];
  try {
    return await open((close) => closes.push(close));
  } catch (error) {
    for (const close of closes.reverse()) {
      try {
        await close();
      } catch (fault) {
        onFault('what was open could not be closed', fault);
      }
    }
    throw error;
  }
}
