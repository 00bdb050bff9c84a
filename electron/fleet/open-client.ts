import { connectClient } from '../spcp/client.ts';
import type { Transport } from '../transport/transport.ts';
import type { MonitorParts } from './monitor.ts';

/** Opens the sessions of a fleet. One that is opened anew begins with the address that answered last. `onLoggedIn` hears of each. */
export function createClientOpener(
  onLoggedIn?: (transport: Transport) => void,
): MonitorParts['open'] {
  const answered = new Map<string, string>();
  return (profile, password, { signal, together, onAuthenticating }) =>
    connectClient(
      profile,
      { user: profile.user, password },
      {
        signal,
        answered,
        together,
        onLoggedIn,
        onStage: (stage) => {
          if (stage === 'login') onAuthenticating();
        },
      },
    );
}
