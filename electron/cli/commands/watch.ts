import { type Command, Option } from 'commander';
import { AppError, toErrorValue } from '../../../shared/errors.ts';
import { inOneLine } from '../../../shared/texts/say.ts';
import { systemClock as clock } from '../../base/clock.ts';
import { pause } from '../../base/pause.ts';
import { Meter } from '../../fleet/meter.ts';
import { healthyAfterMs, nextPoll, retryDelay } from '../../fleet/policy.ts';
import { createReturnWatch } from '../../transport/return/return-watch.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { duration, integer } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { nextAttempt } from '../next-attempt.ts';
import { timeOfDay, watchHeader, watchLine } from '../output/watch-line.ts';
import { loginFor } from '../target/login.ts';
import type { ProxyReads } from '../target/proxy-reads.ts';
import { type ProxyTarget, resolveTarget } from '../target/target.ts';
import type { Login } from '../target/with-proxy.ts';
import { withReads } from '../target/with-reads.ts';

interface WatchOptions extends GlobalOptions {
  readonly interval: number;
  readonly count?: number;
}

/** `watch`: the metrics and their rates, again and again. */
export function addWatch(program: Command, context: CommandContext): void {
  const { texts } = context;
  program
    .command('watch')
    .description(texts.commands.watch)
    .addOption(
      new Option('-i, --interval <time>', texts.options.interval)
        .default(1000, '1s')
        .argParser(duration(100, 3_600_000)),
    )
    .option('-c, --count <n>', texts.options.count, integer(1, 1_000_000_000))
    .addHelpText('after', `\n${texts.commands.watchMore}`)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<WatchOptions>();
      await watch(context, options, await resolveTarget(context, options));
    });
}

/** Ends after `count` readings or when interrupted. Throws where the first connection fails, and for what cannot pass by itself. */
async function watch(
  context: CommandContext,
  options: WatchOptions,
  target: ProxyTarget,
): Promise<void> {
  const { interval: intervalMs, count = Number.POSITIVE_INFINITY } = options;
  const { output, interrupted, speaker, texts } = context;
  const meter = new Meter(clock, intervalMs / 1000);
  const returns = createReturnWatch();
  const { address, name } = target;
  let asked: Promise<Login> | null = null;
  /** Whoever typed a password does not type it again. */
  const login = () => {
    asked ??= loginFor(context, options, target);
    return asked;
  };
  const session = {
    everReady: false,
    readySince: null as number | null,
    failures: 0,
    lostAt: clock.now(),
  };
  let left = count;
  let calledBack = false;

  const begin = async (): Promise<void> => {
    if (session.everReady) output.note(`${timeOfDay(clock.wall())} ${texts.watch.connectedAgain}`);
    else if (!output.json) await output.text(`${watchHeader(texts.watch)}\n`);
    session.everReady = true;
    session.readySince = clock.now();
    returns.remember(address);
  };
  const poll = async (client: ProxyReads): Promise<void> => {
    await begin();
    const lost = new AbortController();
    void client.ended.then(() => lost.abort());
    const pauseEnds = AbortSignal.any([interrupted, lost.signal]);
    let due = clock.now();
    let missedPolls = 0;
    while (!interrupted.aborted) {
      const reading = await client.readMetrics();
      await output.result(
        ...watchLine(texts.watch, meter.record(name, reading, missedPolls, intervalMs), reading),
      );
      if (--left === 0) return;
      const next = nextPoll(clock.now(), due, intervalMs);
      due = next.due;
      missedPolls += next.missed;
      await pause(due - clock.now(), pauseEnds);
    }
  };
  /** Milliseconds until the next attempt. Throws what cannot pass by itself. */
  const delayAfter = (error: unknown): number => {
    const { everReady, readySince } = session;
    if (!everReady || !(error instanceof AppError)) throw error;
    if (readySince !== null && clock.now() - readySince >= healthyAfterMs) session.failures = 0;
    if (readySince !== null) {
      calledBack = false;
      session.lostAt = clock.now();
    }
    session.readySince = null;
    const delay = retryDelay(session.failures++, error, Math.random);
    if (delay === 'stop') throw error;
    const inSeconds = (delay / 1000).toFixed(1);
    const why = inOneLine(speaker.error(error));
    output.note(`${timeOfDay(clock.wall())} ${why} ${texts.nextAttempt(inSeconds)}`);
    return delay;
  };

  while (left > 0 && !interrupted.aborted) {
    try {
      const way = { login, patient: session.everReady };
      await withReads(context, options, target, way, poll);
    } catch (error) {
      if (interrupted.aborted) return;
      const delay = delayAfter(error);
      meter.gap();
      const awayMs = clock.now() - session.lostAt;
      const wait = { delay, awayMs, why: toErrorValue(error), calledBack };
      calledBack = await nextAttempt(returns, address, wait, interrupted);
    }
  }
}
