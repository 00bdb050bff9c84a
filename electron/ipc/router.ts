import type { z } from 'zod';
import { AppError, type Result, toErrorValue } from '../../shared/errors.ts';
import {
  type CallName,
  type CallOutput,
  type CallValidated,
  calls,
  type TopicName,
  type TopicParams,
  type TopicValue,
  topics,
} from '../../shared/ipc/contract.ts';
import {
  type ClientMessage,
  clientMessageSchema,
  type ServerMessage,
} from '../../shared/ipc/wire.ts';

/** The window that asks; the same object for as long as it is connected. */
export interface Caller {
  /** Fires when the window is gone: whatever was done only for it may stop. */
  readonly gone: AbortSignal;
}

/** One function for each call of the contract. What it throws becomes an error value. */
export type Handlers = {
  readonly [N in CallName]: (
    input: CallValidated<N>,
    caller: Caller,
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** One source for each topic: publishes until the function that it returns is called. */
export type Sources = {
  readonly [N in TopicName]: (
    params: TopicParams<N>,
    publish: (value: TopicValue<N>) => void,
  ) => () => void;
};

/** What one window may have under way at once. */
const limits = { calls: 256, subscriptions: 64 } as const;

export interface RouterParts {
  readonly handlers: Handlers;
  readonly sources: Sources;
  /** Each window, before its first message. */
  readonly onConnect: (caller: Caller) => void;
  /** Takes what is a bug: a thrown thing that is no AppError, an answer that is not as the contract says. */
  readonly logFault: (what: string, error: unknown) => void;
}

/** One window's end. The carrier has checked who sends before it hands anything over. */
export interface Connection {
  /** Takes whatever arrived; what is no message of the wire is dropped. */
  receive(message: unknown): void;
  /** Ends its subscriptions; answers that are still due go nowhere. */
  close(): void;
}

export interface Router {
  connect(send: (message: ServerMessage) => void): Connection;
}

/** Validates, calls, turns errors into values, and keeps each window's subscriptions. */
export function createRouter(parts: RouterParts): Router {
  return {
    connect(send) {
      const subscriptions = new Map<number, () => void>();
      const leaving = new AbortController();
      const caller: Caller = { gone: leaving.signal };
      let pending = 0;
      let open = true;
      parts.onConnect(caller);
      const answer = (id: number, result: Result<unknown>): void => {
        if (open) send({ type: 'result', id, result });
      };
      const refuse = (id: number, what: string, error: unknown): void => {
        if (!(error instanceof AppError)) parts.logFault(`${what} failed`, error);
        answer(id, { ok: false, error: toErrorValue(error) });
      };
      const call = async (message: Extract<ClientMessage, { type: 'call' }>): Promise<void> => {
        pending++;
        try {
          if (pending > limits.calls) throw tooMany('calls', limits.calls);
          answer(message.id, {
            ok: true,
            value: await dispatch(parts, message.name, message.input, caller),
          });
        } catch (error) {
          refuse(message.id, message.name, error);
        } finally {
          pending--;
        }
      };
      const subscribe = ({
        id,
        topic,
        params,
      }: Extract<ClientMessage, { type: 'subscribe' }>): void => {
        try {
          if (subscriptions.size >= limits.subscriptions) {
            throw tooMany('subscriptions', limits.subscriptions);
          }
          if (subscriptions.has(id)) throw invalid('The subscription is there already.', { id });
          const publish = (value: unknown): void => {
            if (open) send({ type: 'event', id, value });
          };
          subscriptions.set(id, start(parts, topic, params, publish));
        } catch (error) {
          refuse(id, topic, error);
        }
      };
      return {
        receive(raw) {
          if (!open) return;
          const parsed = clientMessageSchema.safeParse(raw);
          if (!parsed.success) {
            parts.logFault('a window sent what is no message', parsed.error.issues[0]?.message);
            return;
          }
          const message = parsed.data;
          if (message.type === 'call') void call(message);
          else if (message.type === 'subscribe') subscribe(message);
          else {
            subscriptions.get(message.id)?.();
            subscriptions.delete(message.id);
          }
        },
        close() {
          if (!open) return;
          open = false;
          for (const stop of subscriptions.values()) stop();
          subscriptions.clear();
          leaving.abort(new AppError('cancelled', 'The window that asked was closed.'));
        },
      };
    },
  };
}

async function dispatch(
  parts: RouterParts,
  name: string,
  input: unknown,
  caller: Caller,
): Promise<unknown> {
  if (!isCall(name)) throw invalid(`There is no call ${JSON.stringify(name)}.`, { call: name });
  // The contract computes a handler's types from its name; here the name is known only at run time.
  const handler = parts.handlers[name] as (input: unknown, caller: Caller) => unknown;
  const value = await handler(validate(calls[name].input, input), caller);
  // Keys that the contract does not name do not leave: whatever a handler has at hand stays here.
  return calls[name].output.parse(value);
}

function start(
  parts: RouterParts,
  topic: string,
  params: unknown,
  publish: (value: unknown) => void,
): () => void {
  if (!isTopic(topic)) throw invalid(`There is no topic ${JSON.stringify(topic)}.`, { topic });
  const source = parts.sources[topic] as (
    params: unknown,
    publish: (value: unknown) => void,
  ) => () => void;
  return source(validate(topics[topic].params, params), publish);
}

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name);
const isTopic = (name: string): name is TopicName => Object.hasOwn(topics, name);

function validate(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw invalid(`${field === '' ? 'The request' : field} is not valid: ${issue?.message ?? ''}`, {
    field,
    rule: issue?.code ?? 'invalid',
  });
}

function invalid(message: string, detail: Record<string, string | number>): AppError {
  return new AppError('invalid-input', message, { detail });
}

function tooMany(what: string, limit: number): AppError {
  return invalid(`A window may have ${limit} ${what} under way at once.`, { limit });
}
