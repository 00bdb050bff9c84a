import type { MetricsSettings, MetricsState } from '../../../shared/model/metrics-service.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { ListenAddress } from '../../http/listen-address.ts';

/** Where metrics are to be served, and with what; paths are null for none. */
export interface WantedMetrics {
  readonly listen: ListenAddress;
  readonly cert: string | null;
  readonly key: string | null;
  /** Where the token is that is asked for. */
  readonly token: { readonly in: 'vault' } | { readonly in: 'file'; readonly path: string } | null;
}

export interface SaidOfMetrics {
  readonly chosen: MetricsSettings;
  /** Administrators lock the choice. */
  readonly isLocked: boolean;
  readonly policy: Policy['metrics'];
  /** The options of the command serve them already. */
  readonly byOptions: boolean;
}

/** Who says where metrics are served, and where that is; null: nowhere, or not by this. */
export function wantedMetrics({ chosen, isLocked, policy, byOptions }: SaidOfMetrics): {
  readonly said: MetricsState['said'];
  readonly wanted: WantedMetrics | null;
} {
  if (byOptions) return { said: 'options', wanted: null };
  if (policy === false) return { said: 'forbidden', wanted: null };
  if (policy !== undefined) {
    const { tokenFile } = policy;
    const token = tokenFile === '' ? null : ({ in: 'file', path: tokenFile } as const);
    return { said: 'policy', wanted: { ...placeOf(policy), token } };
  }
  const said = isLocked ? 'locked' : 'chosen';
  if (!chosen.on) return { said, wanted: null };
  return { said, wanted: { ...placeOf(chosen), token: chosen.token ? { in: 'vault' } : null } };
}

function placeOf({ host, port, cert, key }: Omit<MetricsSettings, 'on' | 'token'>) {
  return {
    listen: { host, port },
    cert: cert === '' ? null : cert,
    key: key === '' ? null : key,
  };
}
