import type { Console } from '../console.ts';
import type { Notices } from '../core/notices.ts';
import type { ConsoleLog } from '../support/log.ts';
import { inStatus } from './standing.ts';
import type { ServiceManager } from './systemd/notify.ts';

/**
 * Lets all of `parts` read their files anew for SIGHUP: one reload after the other, and one more for all signals that come during one. Returns
 * ending that.
 */
export function onReload(
  parts: readonly { reread(): Promise<unknown> }[],
  core: Pick<Console, 'count'> & { readonly notices: Pick<Notices, 'list'> },
  manager: Pick<ServiceManager, 'reloading' | 'ready'>,
  log: Pick<ConsoleLog, 'note' | 'fault'>,
): () => void {
  let isUnderWay = false;
  let isPending = false;
  const reload = async (): Promise<void> => {
    manager.reloading();
    try {
      for (const part of parts) await part.reread();
      const notices = core.notices.list().length;
      log.note('the files were read anew', { proxies: core.count().total, notices });
    } catch (error) {
      log.fault('not all files could be read anew', error);
    }
    manager.ready(inStatus(core.count()));
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
    isPending = false;
    process.off('SIGHUP', listener);
  };
}
