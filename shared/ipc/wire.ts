import { z } from 'zod';
import type { ErrorValue, Result } from '../errors.ts';
import { boundedText } from '../model/text.ts';

const id = z.int().min(1);

/**
 * What a window sends, over Electron's IPC and over the WebSocket alike. `id` is the window's own and rises. `cancel` takes a call back: its
 * answer is needed no more, and comes all the same.
 */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id, name: boundedText(64), input: z.unknown() }),
  z.object({ type: z.literal('subscribe'), id, topic: boundedText(64), params: z.unknown() }),
  z.object({ type: z.literal('cancel'), id }),
  z.object({ type: z.literal('unsubscribe'), id }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** What a window receives of a console: the answer to a call or to a subscription that was refused, or a value of a topic. */
export type ServerMessage =
  | { readonly type: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly id: number; readonly value: unknown };

/**
 * What a window is told besides: that it has no console now, with the reason where one is known, and that it has one again, which knows nothing of
 * what was asked before.
 */
export type ConsoleMessage =
  | { readonly type: 'console'; readonly state: 'lost'; readonly why: ErrorValue | null }
  | { readonly type: 'console'; readonly state: 'open' };
export type WindowMessage = ServerMessage | ConsoleMessage;

/** A message of a console that is not this process, as far as the wire says it: what a result or an event holds is for whoever knows what was asked. */
export const fromElsewhereSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('result'),
    id,
    result: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), error: z.looseObject({ message: z.string() }) }),
    ]),
  }),
  z.object({ type: z.literal('event'), id, value: z.unknown() }),
]);

/** What the preload exposes as `window.spcpConsole`; the web shell's page builds the same over a WebSocket. */
export interface Bridge {
  /** Sends to the main process. */
  send(message: ClientMessage): void;
  /** One listener; returns unsubscribing. */
  onMessage(listener: (message: WindowMessage) => void): () => void;
}
