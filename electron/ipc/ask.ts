import { appErrorOf, type Result } from '../../shared/errors.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { Asker } from '../../shared/model/caller.ts';
import { consoleGone } from '../base/console-gone.ts';
import { ownWindow } from '../core/actor.ts';
import type { WindowRouter } from './router.ts';

/** Makes one call of the contract from inside the shell, as a window would. Rejects with the AppError that was answered. */
export function ask<N extends CallName>(
  router: WindowRouter,
  name: N,
  input: CallInput<N>,
  asker: Asker = ownWindow(),
): Promise<CallOutput<N>> {
  return new Promise((resolve, reject) => {
    const connection = router.connect((message) => {
      if (message.type === 'console') {
        if (message.state === 'open') return;
        connection.close();
        reject(consoleGone());
        return;
      }
      connection.close();
      if (message.type !== 'result') return;
      // The router has checked the value against the contract.
      const result = message.result as Result<CallOutput<N>>;
      if (result.ok) resolve(result.value);
      else reject(appErrorOf(result.error));
    }, asker);
    connection.receive({ type: 'call', id: 1, name, input });
  });
}
