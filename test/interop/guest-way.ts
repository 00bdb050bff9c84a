import type { ConnectionInfo } from '../../shared/model/proxy-state.ts';
import {
  type Conversation,
  credentials,
  type Operation,
  operations,
  patient,
  type Waiting,
  type Way,
} from './conversation.ts';
import type { ClientAnswer } from './guest/client.ts';
import type { Guest } from './guest/guest.ts';

/** Ways from inside the guest: a program there holds the sessions and is asked over its standard input. */
export interface GuestWays {
  way(transport: 'kernel' | 'auto'): Way;
  stop(): Promise<void>;
}

/** Starts the program. */
export function openGuestWays(guest: Guest): GuestWays {
  const program = guest.node('test/interop/guest/client.ts');
  let asked = 0;
  let sessions = 0;
  const ask = async (request: object): Promise<unknown> => {
    const id = ++asked;
    program.write(`${JSON.stringify({ id, ...request })}\n`);
    const line = await program.line(new RegExp(`^\\{"id":${id},`));
    const answer = JSON.parse(line) as ClientAnswer;
    if ('error' in answer) throw answer.error;
    return answer.value;
  };
  const connect = async (
    transport: 'kernel' | 'auto',
    port: number,
    as: { readonly user: string; readonly password: string },
    waiting: Waiting,
  ): Promise<Conversation> => {
    const session = ++sessions;
    const target = { host: '127.0.0.1', port, transport, udpPort: 9899 };
    const connection = await ask({
      session,
      operation: 'connect',
      argument: { target, as, waiting },
    });
    const run = (operation: Operation) => (argument?: unknown) =>
      ask({ session, operation, argument: argument ?? null });
    const asked = Object.fromEntries(operations.map((name) => [name, run(name)]));
    return { ...asked, connection: connection as ConnectionInfo } as Conversation;
  };
  return {
    way: (transport) => ({
      connect: (port, as = credentials, waiting = patient) => connect(transport, port, as, waiting),
    }),
    async stop() {
      program.signal('SIGTERM');
      await program.exit;
    },
  };
}
