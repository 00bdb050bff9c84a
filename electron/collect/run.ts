import manifest from '../../package.json' with { type: 'json' };
import { AppError } from '../../shared/errors.ts';
import { commandLineTexts } from '../../shared/texts/command-line.ts';
import { inOneLine, speaker } from '../../shared/texts/say.ts';
import { askedToEnd } from '../base/asked-to-end.ts';
import { localeOf } from '../base/locale.ts';
import { takePassphrase } from '../core/unattended-unlock.ts';
import { collect } from './collect.ts';
import { openCollectorLog } from './log.ts';
import { parseCollectArguments } from './options.ts';
import { tellServiceManager } from './systemd/notify.ts';

/** A collector as a program. Exit codes: 0 asked to end or help shown, 1 could not start, has its share no more, or a fault, 2 wrong arguments. */
export async function runCollector(
  argv: readonly string[],
  process: NodeJS.Process,
): Promise<void> {
  const inEnvironment = takePassphrase(process.env);
  const spoken = speaker(localeOf(process.env));
  const texts = commandLineTexts(spoken.language);
  const parsed = parseCollectArguments(argv, texts);
  if ('text' in parsed) {
    (parsed.exitCode === 0 ? process.stdout : process.stderr).write(parsed.text);
    process.exitCode = parsed.exitCode;
    return;
  }
  const json = parsed.collect.logJson ?? false;
  const log = openCollectorLog({
    version: manifest.version,
    json,
    write: (text) => process.stderr.write(text),
  });
  // A bug ends it, but the sessions in order first: what is left half-open may freeze a proxy (deployed behaviour 13).
  const end = askedToEnd(
    (error) => {
      log.fault('a fault ends the collector', error);
      process.exitCode = 1;
    },
    ['SIGINT', 'SIGTERM'],
  );
  const manager = tellServiceManager({
    env: process.env,
    pid: process.pid,
    logFault: log.fault,
  });
  try {
    const why = await collect({ options: parsed.collect, inEnvironment, log, end, manager });
    if (why === 'lost') process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const text = inOneLine(spoken.error(error.toValue()));
    if (json) log.fault('the collector could not start', text);
    else process.stderr.write(`${texts.prefixes.error}: ${text}\n`);
    process.exitCode = 1;
  }
}
