import { Duplex } from 'node:stream';
import manifest from '../../../package.json' with { type: 'json' };
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { firstLine } from '../remote/first-line.ts';
import { carryOverStdio } from './carry-over-stdio.ts';
import { parseAttachArguments } from './options.ts';
import { reachConsole } from './reach-console.ts';

/** `spcp-console attach`. Exit codes: 0 ended in order or help shown, 1 refused, 2 wrong arguments. */
export async function runAttach(argv: readonly string[], process: NodeJS.Process): Promise<void> {
  const parsed = parseAttachArguments(argv);
  if ('text' in parsed) {
    (parsed.exitCode === 0 ? process.stdout : process.stderr).write(parsed.text);
    process.exitCode = parsed.exitCode;
    return;
  }
  const { dataDir, role } = parsed.attach;
  const { stdin, stdout, stderr, env } = process;
  // From here on nothing but frames may stand on standard output.
  stdout.write(`${firstLine}\n`);
  const wasLetIn = await carryOverStdio({
    stream: Duplex.from({ readable: stdin, writable: stdout }),
    // Whoever greeted is told what is wrong with the directory, too.
    reach: async () => reachConsole(await openDataDirectory(dataDir), manifest.version),
    role,
    env,
    version: manifest.version,
    logFault: (what, error) => void stderr.write(`${what}: ${error}\n`),
  });
  process.exitCode = wasLetIn ? 0 : 1;
  stdin.destroy();
}
