import { AppError } from '../../shared/errors.ts';
import type { Desktop } from './desktop.ts';
import type { ManagedPart } from './managed/managed-part.ts';

/**
 * The desktop, on which the app is started at login or not as administrators ordain: at once where it was otherwise, and choosing otherwise throws
 * `managed`. Says nothing where they say nothing. What the system does not let be set goes to `logFault`.
 */
export function withLoginPolicy(
  desktop: Desktop,
  managed: Pick<ManagedPart, 'policy' | 'state' | 'onChange'>,
  logFault: (what: string, error: unknown) => void,
): Desktop {
  const ordain = async (): Promise<void> => {
    const { startAtLogin: on } = managed.policy();
    if (on === undefined) return;
    const { startAtLogin: now } = await desktop.state();
    if (now !== 'not-installed' && (now === 'on') !== on) await desktop.setStartAtLogin(on);
  };
  const follow = (): void => {
    ordain().catch((error: unknown) => logFault('the policy of starting at login', error));
  };
  managed.onChange(follow);
  follow();
  return {
    ...desktop,
    async setStartAtLogin(on) {
      const { startAtLogin: ordained } = managed.policy();
      if (ordained !== undefined && ordained !== on) {
        const by = managed.state()?.by ?? '';
        throw new AppError('managed', { case: 'preference', field: 'startAtLogin', by });
      }
      await desktop.setStartAtLogin(on);
    },
  };
}
