import { createTurns } from '../base/turns.ts';
import type { Console } from '../console.ts';
import type { ConsoleLog } from '../support/log.ts';
import { inStatus } from './standing.ts';
import type { ServiceManager } from './systemd/notify.ts';

/** Lets all of `parts` read their files anew for each SIGHUP, one reload after the other. Returns ending that. */
export function onReload(
  parts: readonly { reread(): Promise<void> }[],
  core: Pick<Console, 'count'>,
  manager: Pick<ServiceManager, 'reloading' | 'ready'>,
  log: Pick<ConsoleLog, 'note' | 'fault'>,
): () => void {
  const inTurn = createTurns();
  const reload = async (): Promise<void> => {
    manager.reloading();
    try {
      for (const part of parts) await part.reread();
      log.note('the files were read anew', { proxies: core.count().total });
    } catch (error) {
      log.fault('not all files could be read anew', error);
    }
    manager.ready(inStatus(core.count()));
  };
  const onSignal = (): void => void inTurn('reload', reload);
  process.on('SIGHUP', onSignal);
  return () => process.off('SIGHUP', onSignal);
}
