import { z } from 'zod';
import type { Result } from '../errors.ts';
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

/** What a window receives: the answer to a call or to a subscription that was refused, or a value of a topic. */
export type ServerMessage =
  | { readonly type: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly id: number; readonly value: unknown };

/** What the preload exposes as `window.spcpConsole`; the web shell's page builds the same over a WebSocket. */
export interface Bridge {
  /** Sends to the main process. */
  send(message: ClientMessage): void;
  /** One listener; returns unsubscribing. */
  onMessage(listener: (message: ServerMessage) => void): () => void;
}
