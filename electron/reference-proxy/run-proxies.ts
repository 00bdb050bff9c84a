import { AppError } from '../../shared/errors.ts';
import { inOneLine, speaker } from '../../shared/texts/say.ts';
import { calledAs } from '../base/called-as.ts';
import { localeOf } from '../base/locale.ts';
import { whenNpmIsGone } from '../base/npm-gone.ts';
import { type ReferenceFleet, startReferenceFleet } from './fleet.ts';
import type { ReferenceProxy } from './reference-proxy.ts';
import { parseProxyArguments, type RunOptions } from './run-options.ts';

/** Reference proxies as a program. Exit codes: 0 interrupted or help shown, 1 could not start or no proxy is left, 2 wrong arguments. */
export async function runReferenceProxies(argv: readonly string[]): Promise<void> {
  const parsed = parseProxyArguments(argv);
  if ('text' in parsed) {
    (parsed.exitCode === 0 ? process.stdout : process.stderr).write(parsed.text);
    process.exitCode = parsed.exitCode;
    return;
  }
  // A signal that comes while the proxies start ends them once they have.
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    whenNpmIsGone(resolve);
  });
  // Whoever reads the output may stop reading; the proxies run on.
  process.stdout.on('error', () => undefined);
  const fleet = await start(parsed.run);
  if (fleet === null) return;
  const { proxies } = fleet;
  process.stdout.write(parsed.run.json ? proxies.map(jsonLine).join('') : table(proxies));
  const allOver = Promise.all(proxies.map(({ ended }) => ended)).then(() => 'all-over' as const);
  const why = await Promise.race([interrupted, allOver]);
  if (why === 'all-over') {
    process.stderr.write('No proxy is left.\n');
    process.exitCode = 1;
  }
  await fleet.close();
}

async function start(options: RunOptions): Promise<ReferenceFleet | null> {
  try {
    const log = (line: string) => process.stderr.write(`${line}\n`);
    return await startReferenceFleet({ ...options, log });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const text = speaker(localeOf(process.env)).error(error.toValue());
    process.stderr.write(`error: ${inOneLine(text)}\n`);
    process.exitCode = error.code === 'invalid-input' ? 2 : 1;
    return null;
  }
}

function jsonLine({ name, host, port, udpPort, pop3Port, user, password }: ReferenceProxy): string {
  return `${JSON.stringify({ name, host, port, udpPort, pop3Port, user, password })}\n`;
}

function table(proxies: readonly ReferenceProxy[]): string {
  const rows = [
    ['name', 'host', 'SCTP port', 'UDP port', 'POP3 port', 'user', 'password'],
    ...proxies.map((proxy) => [
      proxy.name,
      proxy.host,
      String(proxy.port),
      proxy.udpPort === null ? '-' : String(proxy.udpPort),
      String(proxy.pop3Port),
      proxy.user,
      proxy.password,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [first] = proxies;
  const reach =
    first?.udpPort === null
      ? '--transport kernel'
      : `--transport udp --udp-port ${first?.udpPort ?? 0}`;
  return `${lines.join('\n')}

Read the first one's metrics:
  SPCP_PASSWORD='${first?.password ?? ''}' ${calledAs('cli')} metrics --host ${first?.host ?? ''} --port ${first?.port ?? 0} ${reach} --user ${first?.user ?? ''}
Fetch mail through it with any user and password: POP3 at ${first?.host ?? ''} port ${first?.pop3Port ?? 0}.
Interrupt with Ctrl+C.
`;
}
