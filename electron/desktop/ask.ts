import { appErrorOf, type Result } from '../../shared/errors.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import { ownWindow } from '../core/actor.ts';
import type { Router } from '../ipc/router.ts';

/** Makes one call of the contract from inside the shell, as a window would. Rejects with the AppError that was answered. */
export function ask<N extends CallName>(
  router: Router,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  return new Promise((resolve, reject) => {
    const connection = router.connect((message) => {
      connection.close();
      if (message.type !== 'result') return;
      // The router has checked the value against the contract.
      const result = message.result as Result<CallOutput<N>>;
      if (result.ok) resolve(result.value);
      else reject(appErrorOf(result.error));
    }, ownWindow());
    connection.receive({ type: 'call', id: 1, name, input });
  });
}
