import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { AppError, appErrorOf } from '../../shared/errors.ts';
import { errorValue } from '../../shared/facts/errors.ts';
import {
  fromConsoleSchema,
  type Hello,
  type Welcome,
  welcomeSchema,
} from '../../shared/ipc/hello.ts';
import { fromElsewhereSchema, type ServerMessage } from '../../shared/ipc/wire.ts';
import type { Router } from '../ipc/router.ts';
import { beat, keepAlive } from './beat.ts';
import { createForwarder } from './forwarder.ts';
import { createFramed, type Framed, type FramedEnd } from './framed.ts';
import { fromCallerOf, longestFromConsole, type PeerBudget } from './limits.ts';

/** A console of another process, or another machine. */
export interface AttachedConsole {
  /** Like that of a console here. Once the stream is over, whatever is asked is answered with `not-connected` of the case `console`. */
  readonly router: Router;
  readonly welcome: Welcome;
  /** Why the stream is over; never rejects. What was under way has been answered by then. */
  readonly ended: Promise<FramedEnd>;
  /** Ends the stream; the console lets the windows of this side go. */
  close(): void;
}

export interface AttachOptions {
  /** So long the answer to the greeting is waited for, milliseconds. */
  readonly answerMs?: number;
  /** Between two signs of life, milliseconds. */
  readonly beatMs?: number;
  /** What is taken of it at most; without it, whatever a console may send. */
  readonly budget?: PeerBudget;
}

const usualAnswerMs = 10_000;
const longestAnswer = 64 * 1024;

/** A refusal whose error may be of a version that knows others. */
const refusedSchema = z.object({
  type: z.literal('refused'),
  error: z.object({ message: z.string().max(4096) }).loose(),
});

/**
 * Greets the console at the other end of a stream, which is this call's from now on. Rejects with `attach-refused`, or with the error that the
 * console refuses with; the stream is gone then.
 */
export async function attach(
  stream: Duplex,
  hello: Hello,
  { answerMs = usualAnswerMs, beatMs, budget }: AttachOptions = {},
): Promise<AttachedConsole> {
  const framed = createFramed(stream, {
    longest: longestAnswer,
    ...(budget && { burst: budget.messages }),
  });
  framed.send(hello);
  const welcome = await answerOf(framed, answerMs);
  framed.allow({
    longest: budget?.answer ?? longestFromConsole,
    ...(budget && { bytes: budget.bytes }),
  });
  keepAlive(framed, beatMs);
  const forwarder = createForwarder(framed.sendText, fromCallerOf(welcome.role).longest);
  framed.read((raw, bytes) => {
    const parsed = fromConsoleSchema.safeParse(raw);
    if (!parsed.success) framed.drop({ kind: 'garbage' });
    else if (parsed.data.type !== beat.type) {
      const { channel } = parsed.data;
      const message = fromElsewhereSchema.safeParse(parsed.data.message);
      // What is in it was made by the router there, which checked it; whoever does not trust that one checks it again.
      if (budget && bytes > budget.event && message.data?.type !== 'result')
        framed.drop({ kind: 'too-long', limit: budget.event });
      else if (message.success) forwarder.receive(channel, message.data as ServerMessage);
      else framed.drop({ kind: 'garbage' });
    }
  });
  const ended = framed.ended.then((reason) => {
    forwarder.end();
    return reason;
  });
  return { router: forwarder.router, welcome, ended, close: framed.end };
}

async function answerOf(framed: Framed, answerMs: number): Promise<Welcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Welcome>();
  const fail = (error: AppError): void => {
    framed.end();
    reject(error);
  };
  const late = setTimeout(
    () => fail(new AppError('attach-refused', { case: 'no-answer' })),
    answerMs,
  );
  framed.read((message) => {
    framed.read(null);
    const welcome = welcomeSchema.safeParse(message);
    if (welcome.success) resolve(welcome.data);
    else fail(refusalOf(message));
  });
  void framed.ended.then(({ kind }) => {
    const what = kind === 'closed' || kind === 'failed' ? 'no-answer' : 'no-console';
    reject(new AppError('attach-refused', { case: what }));
  });
  try {
    return await promise;
  } finally {
    clearTimeout(late);
  }
}

function refusalOf(message: unknown): AppError {
  const refused = refusedSchema.safeParse(message);
  if (!refused.success) return new AppError('attach-refused', { case: 'no-console' });
  const known = errorValue.safeParse(refused.data.error);
  if (known.success) return appErrorOf(known.data);
  return new AppError('attach-refused', { case: 'other', said: refused.data.error.message });
}
