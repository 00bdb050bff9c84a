import type { Settings } from '../../../../shared/model/change.ts';
import type { Fetched } from '../../../api/fetched.ts';
import { useCall } from '../../../api/use-call.ts';

/**
 * The settings of one proxy: read whenever it becomes ready, and on demand; a change, of whichever window, tells what they are without
 * another question to the proxy. What was read stays while it is away.
 */
export function useSettings(id: string, ready: boolean): Fetched<Settings> {
  return useCall('settings.read', { id }, { enabled: ready });
}
