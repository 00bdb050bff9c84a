import { AppError, type ErrorValue } from '../../shared/errors.ts';
import type { FromCaller } from '../../shared/ipc/hello.ts';
import { clientMessageSchema, type ServerMessage } from '../../shared/ipc/wire.ts';
import { consoleGone } from '../base/console-gone.ts';
import { jsonOf } from '../base/json.ts';
import type { Router } from '../ipc/router.ts';

/** Windows here whose console is at the other end of a stream. */
export interface Forwarder {
  readonly router: Router;
  /** What the console sent to one of them. */
  receive(channel: number, message: ServerMessage): void;
  /** The stream is over: what they wait for is answered. */
  end(): void;
}

interface Window {
  readonly send: (message: ServerMessage) => void;
  /** Calls that were not answered yet. */
  readonly waiting: Set<number>;
}

/** `sendText` takes JSON in one line of at most `longest` bytes. The windows' own numbers of calls and subscriptions stay as they are. */
export function createForwarder(sendText: (json: string) => void, longest: number): Forwarder {
  const windows = new Map<number, Window>();
  let last = 0;
  let over = false;
  const send = (message: FromCaller): void => sendText(JSON.stringify(message));
  const fail = (window: Window, id: number, error: ErrorValue): void => {
    window.waiting.delete(id);
    window.send({ type: 'result', id, result: { ok: false, error } });
  };
  return {
    router: {
      connect(sendToWindow, { kind, session, remote, role, shell = null, group = null }) {
        const channel = ++last;
        const window: Window = { send: sendToWindow, waiting: new Set() };
        let open = true;
        if (!over) {
          windows.set(channel, window);
          send({ type: 'open', channel, kind, session, remote, role, shell, group });
        }
        return {
          receive(raw) {
            if (!open) return;
            // Whatever a page sends, it must not be this shell's stream that ends.
            const parsed = clientMessageSchema.safeParse(raw);
            if (!parsed.success) return;
            const message = parsed.data;
            const answered = message.type === 'call' || message.type === 'subscribe';
            if (over) {
              if (answered) fail(window, message.id, consoleGone().toValue());
              return;
            }
            const text = jsonOf({ type: 'message', channel, message } satisfies FromCaller);
            if (text === null || Buffer.byteLength(text) > longest) {
              if (answered) fail(window, message.id, tooLong());
              return;
            }
            if (message.type === 'call') window.waiting.add(message.id);
            sendText(text);
          },
          close() {
            if (!open) return;
            open = false;
            if (windows.delete(channel)) send({ type: 'close', channel });
          },
        };
      },
    },
    receive(channel, message) {
      const window = windows.get(channel);
      if (message.type === 'result') window?.waiting.delete(message.id);
      window?.send(message);
    },
    end() {
      over = true;
      for (const window of windows.values())
        for (const id of [...window.waiting]) fail(window, id, consoleGone().toValue());
      windows.clear();
    },
  };
}

function tooLong(): ErrorValue {
  return new AppError('invalid-input', { case: 'field', field: '', rule: 'too_big' }).toValue();
}
