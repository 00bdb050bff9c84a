import { z } from 'zod';
import { AppError, appErrorOf } from '../../../shared/errors.ts';
import { errorValue } from '../../../shared/facts/errors.ts';
import { calls, topics } from '../../../shared/ipc/contract.ts';
import { clientMessageSchema, type ServerMessage } from '../../../shared/ipc/wire.ts';
import type { Router } from '../../ipc/router.ts';

/** An error as it is known of a console whose codes are not all known here. */
const anyError = z.object({ code: z.string().max(100), message: z.string().max(4000) });

/** A topic of which so many values were otherwise than agreed is not read any more: to find out what is wrong with each costs more than to read it. */
const mostUnfit = 8;

/**
 * Lets through of another machine's console what the contract of this version says, and nothing else: a window trusts what it is told. What that
 * console does not know yet is answered with `unsupported`, an answer that is otherwise than agreed with `remote-console`; such a value of a topic is
 * dropped, and after a few of them the rest. `version`: of that console, for people. `onUnread`: the topics that some window reads no more, at each
 * change of them.
 */
export function checkedRouter(
  router: Router,
  version: string,
  onUnread: (topics: readonly string[]) => void,
): Router {
  /** By what only its subscription has. */
  const unread = new Map<object, string>();
  const tell = (): void => onUnread([...new Set(unread.values())].sort());
  return {
    connect(send, asker) {
      const called = new Map<number, string>();
      const heard = new Map<number, string>();
      const unfit = new Map<number, { count: number }>();
      /** Nobody is told any more what they are not. */
      const forget = (ids: Iterable<number>): void => {
        let isTold = false;
        for (const id of [...ids]) {
          const bad = unfit.get(id);
          unfit.delete(id);
          if (bad !== undefined && unread.delete(bad)) isTold = true;
        }
        if (isTold) tell();
      };
      const connection = router.connect((message) => {
        if (message.type === 'event') {
          const name = heard.get(message.id);
          const schema = name === undefined ? undefined : topicSchema(name);
          const bad = unfit.get(message.id) ?? { count: 0 };
          if (name === undefined || schema === undefined || bad.count >= mostUnfit) return;
          const value = schema.safeParse(message.value);
          if (value.success) {
            send({ type: 'event', id: message.id, value: value.data });
            return;
          }
          unfit.set(message.id, bad);
          if (++bad.count < mostUnfit) return;
          unread.set(bad, name);
          tell();
          return;
        }
        const name = called.get(message.id) ?? heard.get(message.id);
        if (name === undefined) return;
        called.delete(message.id);
        const { result } = message;
        send({
          type: 'result',
          id: message.id,
          result: result.ok
            ? checkedValue(name, result.value)
            : { ok: false, error: errorOf(result.error, name, version).toValue() },
        });
      }, asker);
      return {
        receive(raw) {
          const parsed = clientMessageSchema.safeParse(raw);
          if (!parsed.success) return;
          const message = parsed.data;
          if (message.type === 'call') called.set(message.id, message.name);
          else if (message.type === 'subscribe') heard.set(message.id, message.topic);
          else if (message.type === 'unsubscribe') {
            heard.delete(message.id);
            forget([message.id]);
          }
          connection.receive(message);
        },
        close() {
          forget(unfit.keys());
          connection.close();
        },
      };
    },
  };
}

type Result = Extract<ServerMessage, { readonly type: 'result' }>['result'];

function checkedValue(name: string, value: unknown): Result {
  const schema = Object.hasOwn(calls, name) ? calls[name as keyof typeof calls].output : null;
  const parsed = schema?.safeParse(value);
  return parsed?.success
    ? { ok: true, value: parsed.data }
    : { ok: false, error: new AppError('remote-console', { case: 'answer', name }).toValue() };
}

function topicSchema(name: string): z.ZodType | undefined {
  return Object.hasOwn(topics, name) ? topics[name as keyof typeof topics].value : undefined;
}

function errorOf(raw: unknown, name: string, version: string): AppError {
  const known = errorValue.safeParse(raw);
  if (known.success) {
    const { code, detail } = known.data;
    const isMissing =
      code === 'invalid-input' &&
      detail.case === 'request' &&
      (detail.kind === 'call' || detail.kind === 'topic') &&
      detail.name === name;
    return isMissing
      ? new AppError('unsupported', { case: 'remote-older', name, version })
      : appErrorOf(known.data);
  }
  const some = anyError.safeParse(raw);
  if (!some.success) return new AppError('remote-console', { case: 'answer', name });
  const { code, message: said } = some.data;
  return new AppError('remote-console', { case: 'unknown', code, said });
}
