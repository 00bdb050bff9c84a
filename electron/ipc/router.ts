import { AppError, type Result, toErrorValue } from '../../shared/errors.ts';
import {
  type ClientMessage,
  clientMessageSchema,
  type ServerMessage,
  type WindowMessage,
} from '../../shared/ipc/wire.ts';
import type { Asker } from '../../shared/model/caller.ts';
import { dispatch, noSuch, start } from './dispatch.ts';
import type { Caller, RouterParts } from './parts.ts';

/** What one window may have under way at once. */
const limits = { calls: 256, subscriptions: 64 } as const;
/** So many messages that are none a window may send until it is heard no more, and so many lines of one connection the log takes. */
const most = { strange: 8, faults: 50 } as const;

/** One window's end. The carrier has checked who sends before it hands anything over. */
export interface Connection {
  /** Takes whatever arrived; what is no message of the wire is dropped. */
  receive(message: unknown): void;
  /** Ends its subscriptions; answers that are still due go nowhere. */
  close(): void;
}

export interface Router {
  /** `asker`: whose the connection is, as its carrier found out. */
  connect(send: (message: ServerMessage) => void, asker: Asker): Connection;
}

/** What a shell's windows are carried to: a router, or one that also tells them whether they have a console. */
export interface WindowRouter {
  connect(send: (message: WindowMessage) => void, asker: Asker): Connection;
}

/** Validates, calls, turns errors into values, and keeps each window's subscriptions. */
export function createRouter(parts: RouterParts): Router {
  return {
    connect(send, asker) {
      const subscriptions = new Map<number, () => void>();
      const leaving = new AbortController();
      const caller: Caller = { gone: leaving.signal, asker };
      const pending = new Map<number, AbortController>();
      /** What was refused and logged before, so that nobody fills the log. */
      const forbidden = new Set<string>();
      let strange = 0;
      let faults = 0;
      const log = (what: string, error: unknown): void => {
        if (faults++ < most.faults) parts.logFault(what, error);
      };
      let open = true;
      parts.onConnect(caller);
      const answer = (id: number, result: Result<unknown>): void => {
        if (open) send({ type: 'result', id, result });
      };
      const refuse = (id: number, what: string, error: unknown): void => {
        if (!(error instanceof AppError)) log(`${what} failed`, error);
        else if (error.code === 'not-allowed' && !forbidden.has(what)) {
          forbidden.add(what);
          log(`${what} was refused to ${asker.user} (${asker.kind})`, error);
        }
        answer(id, { ok: false, error: toErrorValue(error) });
      };
      const call = async ({
        id,
        name,
        input,
      }: Extract<ClientMessage, { type: 'call' }>): Promise<void> => {
        if (pending.has(id)) {
          refuse(id, name, noSuch('call-id', String(id)));
          return;
        }
        const unwanted = new AbortController();
        pending.set(id, unwanted);
        try {
          if (pending.size > limits.calls) throw tooMany('calls', limits.calls);
          const value = await dispatch(parts, name, input, caller, unwanted.signal);
          answer(id, { ok: true, value });
        } catch (error) {
          refuse(id, name, error);
        } finally {
          pending.delete(id);
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
          if (subscriptions.has(id)) throw noSuch('subscription-id', String(id));
          const publish = (value: unknown): void => {
            if (open) send({ type: 'event', id, value });
          };
          subscriptions.set(id, start(parts, topic, params, caller, publish));
        } catch (error) {
          refuse(id, topic, error);
        }
      };
      const end = (): void => {
        if (!open) return;
        open = false;
        for (const stop of subscriptions.values()) stop();
        subscriptions.clear();
        const gone = new AppError('cancelled', { case: 'window' });
        for (const unwanted of pending.values()) unwanted.abort(gone);
        leaving.abort(gone);
      };
      return {
        receive(raw) {
          if (!open) return;
          const parsed = clientMessageSchema.safeParse(raw);
          if (!parsed.success) {
            if (strange++ === 0)
              log('a window sent what is no message', parsed.error.issues[0]?.message);
            if (strange === most.strange) end();
            return;
          }
          const message = parsed.data;
          if (message.type === 'call') void call(message);
          else if (message.type === 'subscribe') subscribe(message);
          else if (message.type === 'cancel') pending.get(message.id)?.abort(takenBack());
          else {
            subscriptions.get(message.id)?.();
            subscriptions.delete(message.id);
          }
        },
        close: end,
      };
    },
  };
}

function takenBack(): AppError {
  return new AppError('cancelled', { case: 'taken-back' });
}

function tooMany(kind: 'calls' | 'subscriptions', limit: number): AppError {
  return new AppError('invalid-input', { case: 'limit', kind, limit });
}
