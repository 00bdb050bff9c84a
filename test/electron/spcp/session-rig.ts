import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session, type SessionOptions } from '../../../electron/spcp/session.ts';
import type { Framing } from '../../../electron/transport/transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { type Behaviour, scriptedPeer } from '../../support/scripted-peer.ts';

/** Who the scripted peer lets in. */
export const admin = { user: 'admin', password: 'secret' };

/** A session with a peer that behaves so, before it logs in. */
export function open(
  behaviour: Behaviour,
  framing: Framing = 'message',
  options: SessionOptions = {},
) {
  const clock = createManualClock();
  const { transport, far } = scriptedPeer(behaviour, framing);
  const session = new Session(transport, { clock, ...options });
  return { clock, session, far, client: new SpcpClient(session) };
}

/** The same, logged in. */
export async function openLoggedIn(behaviour: Behaviour, framing: Framing = 'message') {
  const opened = open(behaviour, framing);
  const login = opened.session.authenticate(admin);
  await opened.clock.advance(50);
  await login;
  return opened;
}
