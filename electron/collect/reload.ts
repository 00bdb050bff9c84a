import { rereadAll } from '../base/reread-all.ts';
import type { ConsoleLog } from '../support/log.ts';
import type { ServiceManager } from './systemd/notify.ts';

export interface ReloadParts {
  /** What has files to read anew, as far as it is there yet; resolves with false where not all could be, of which the log was told. */
  readonly parts: () => readonly { reread(): Promise<unknown> }[];
  /** What the service manager is told once that is done; null before it was told that this one is there. */
  readonly status: () => string | null;
  /** For the log. */
  readonly figures: () => Readonly<Record<string, number>>;
  readonly manager: Pick<ServiceManager, 'reloading' | 'ready'>;
  readonly log: Pick<ConsoleLog, 'note' | 'fault'>;
}

/**
 * Lets all parts read their files anew for SIGHUP: one reload after the other, and one more for all signals that come during one. Returns
 * ending that.
 */
export function onReload({ parts, status, figures, manager, log }: ReloadParts): () => void {
  let isUnderWay = false;
  let isPending = false;
  let isOver = false;
  const reload = async (): Promise<void> => {
    if (status() !== null) manager.reloading();
    const rereads = parts().map((part) => () => part.reread());
    const isWhole = await rereadAll(rereads, log.fault);
    log.note(isWhole ? 'the files were read anew' : 'the other files were read anew', figures());
    const now = status();
    if (now !== null && !isOver) manager.ready(now);
  };
  const onSignal = async (): Promise<void> => {
    isPending = true;
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      while (isPending) {
        isPending = false;
        await reload();
      }
    } finally {
      isUnderWay = false;
    }
  };
  const listener = (): void => void onSignal();
  process.on('SIGHUP', listener);
  return () => {
    isOver = true;
    isPending = false;
    process.off('SIGHUP', listener);
  };
}
