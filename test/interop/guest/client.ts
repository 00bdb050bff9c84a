import { createInterface } from 'node:readline';
import { connectClient } from '../../../electron/spcp/client.ts';
import type { Target } from '../../../electron/transport/transport.ts';
import { type ErrorValue, toErrorValue } from '../../../shared/errors.ts';
import type { Conversation, Operation, Waiting } from '../conversation.ts';
import { converse } from '../host-way.ts';

/** What the program answers to each request, one JSON value a line. */
export type ClientAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: ErrorValue };

interface ClientRequest {
  readonly id: number;
  readonly session: number;
  readonly operation: Operation | 'connect';
  readonly argument: unknown;
}

/** Runs inside the guest: sessions over its kernel's sockets, asked for on standard input. */
const sessions = new Map<number, Conversation>();

async function perform({ session, operation, argument }: ClientRequest): Promise<unknown> {
  if (operation === 'connect') {
    const { target, as, waiting } = argument as {
      target: Target;
      as: { user: string; password: string };
      waiting: Waiting;
    };
    const { client, connection } = await connectClient(target, as, { ...waiting, together: true });
    sessions.set(session, converse(client, connection));
    return connection;
  }
  const conversation = sessions.get(session);
  if (!conversation) throw new Error(`there is no session ${session}`);
  const run = conversation[operation] as (value: unknown) => Promise<unknown>;
  return (await run(argument)) ?? null;
}

async function answer(request: ClientRequest): Promise<ClientAnswer> {
  try {
    return { id: request.id, value: await perform(request) };
  } catch (error) {
    return { id: request.id, error: toErrorValue(error) };
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  void answer(JSON.parse(line) as ClientRequest).then((value) =>
    process.stdout.write(`${JSON.stringify(value)}\n`),
  );
});
