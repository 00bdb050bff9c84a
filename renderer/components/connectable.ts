import type { ProxyState } from '../../shared/model/proxy-state.ts';

/** Whether a proxy in this state can be told to connect; in any other it can be told to disconnect. */
export function isConnectable(kind: ProxyState['kind'] | undefined): boolean {
  return kind === undefined || kind === 'off' || kind === 'needs-attention';
}
