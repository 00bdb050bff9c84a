import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { type CallName, calls, type TopicName, topics } from '../../shared/ipc/contract.ts';
import { mayDo, type Role } from '../../shared/model/roles.ts';
import type { Caller, RouterParts } from './parts.ts';

/**
 * Asks whether the caller may, validates the input, asks the handler, and lets out what the contract names. Throws `not-allowed`, `invalid-input`,
 * and what the handler throws.
 */
export async function dispatch(
  { handlers, onCall, runFor = justRun }: Pick<RouterParts, 'handlers' | 'onCall' | 'runFor'>,
  name: string,
  input: unknown,
  caller: Caller,
  signal: AbortSignal,
): Promise<unknown> {
  if (!isCall(name)) throw noSuch('call', name);
  requireRole(calls[name].role, caller);
  onCall?.(name);
  // The contract computes a handler's types from its name; here the name is known only at run time.
  const handler = handlers[name] as (
    input: unknown,
    caller: Caller,
    signal: AbortSignal,
  ) => unknown;
  const valid = validate(calls[name].input, input);
  if (handler === undefined) throw noSuch('call', name);
  const value = await runFor(caller, () => handler(valid, caller, signal));
  // Keys that the contract does not name do not leave: whatever a handler has at hand stays here.
  return calls[name].output.parse(value);
}

/**
 * Begins a topic for one window; returns ending it. A value that is not as the contract says is a bug of the source: it stays here and is
 * logged, and the topic goes on. Throws `not-allowed` and `invalid-input`.
 */
export function start(
  { sources, logFault, runFor = justRun }: Pick<RouterParts, 'sources' | 'logFault' | 'runFor'>,
  topic: string,
  params: unknown,
  caller: Caller,
  publish: (value: unknown) => void,
): () => void {
  if (!isTopic(topic) || sources[topic] === undefined) throw noSuch('topic', topic);
  const { role, value: schema, params: paramsSchema } = topics[topic];
  requireRole(role, caller);
  const source = sources[topic] as (
    params: unknown,
    publish: (value: unknown) => void,
    caller: Caller,
  ) => () => void;
  const tell = (value: unknown): void => {
    const parsed = (schema as z.ZodType).safeParse(value);
    if (parsed.success) publish(parsed.data);
    else logFault(`a value of ${topic} is not as the contract says`, parsed.error);
  };
  const valid = validate(paramsSchema, params);
  return runFor(caller, () => source(valid, tell, caller));
}

function requireRole(wanted: Role, { asker: { role: held } }: Caller): void {
  if (!mayDo(held, wanted)) throw new AppError('not-allowed', { case: 'role', wanted, held });
}

const justRun = <T>(_caller: Caller, task: () => T): T => task();

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name);
const isTopic = (name: string): name is TopicName => Object.hasOwn(topics, name);

function validate(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const rule = issue?.code ?? 'invalid';
  throw new AppError('invalid-input', { case: 'field', field, rule });
}

/** What was asked for is not there, or is under way under that number already. */
export function noSuch(
  kind: 'call' | 'topic' | 'call-id' | 'subscription-id',
  name: string,
): AppError {
  return new AppError('invalid-input', { case: 'request', kind, name });
}
