import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { AppError } from '../../shared/errors.ts';
import { commandLineTexts } from '../../shared/texts/command-line.ts';
import { inOneLine, speaker } from '../../shared/texts/say.ts';
import type { Consoles } from '../attach/remote/consoles.ts';
import { openConsoles } from '../attach/remote/open-consoles.ts';
import { openSharedConsole, type SharedConsole } from '../attach/shared-console.ts';
import { askedToEnd } from '../base/asked-to-end.ts';
import { localeOf } from '../base/locale.ts';
import { rereadAll } from '../base/reread-all.ts';
import { type Console, createConsole } from '../console.ts';
import { withOpenParts } from '../core/open-parts.ts';
import { pipedPassphrase, takePassphrase, unlockUnattended } from '../core/unattended-unlock.ts';
import type { MetricsEndpoint } from '../export/endpoint/endpoint.ts';
import { carryOverWebSocket } from '../ipc/websocket-carrier.ts';
import { openDataDirectory } from '../store/files/data-directory.ts';
import { type ConsoleLog, logFileOf, openLog } from '../support/log.ts';
import { handOver } from './hand-over.ts';
import { say } from './log.ts';
import { openBrowser } from './open-browser.ts';
import { parseWebArguments, type WebOptions } from './options.ts';
import { answersOfWebShell } from './own-answers.ts';
import { startWebServer, type WebServer } from './server/server.ts';
import { onEnter, onRequest } from './terminal.ts';

const pages = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** The web shell. Exit codes: 0 interrupted or help shown, 1 could not start or a fault, 2 wrong arguments. */
export async function runWebShell(argv: readonly string[]): Promise<void> {
  const inEnvironment = takePassphrase(process.env);
  const parsed = parseWebArguments(argv);
  if ('text' in parsed) {
    (parsed.exitCode === 0 ? process.stdout : process.stderr).write(parsed.text);
    process.exitCode = parsed.exitCode;
    return;
  }
  // A signal that comes while it starts ends it once it has. A bug ends it too, but the sessions in order first: what is left half-open
  // may freeze a proxy (deployed behaviour 13).
  const log = openLog({ shell: 'web', version: manifest.version, show: say });
  const end = askedToEnd((error) => {
    log.fault('a fault ends the console', error);
    process.exitCode = 1;
  });
  // Whoever reads the output may stop reading; the console runs on.
  process.stdout.on('error', () => undefined);
  try {
    await serve(parsed.serve, inEnvironment, log, end);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const spoken = speaker(localeOf(process.env));
    const { prefixes } = commandLineTexts(spoken.language);
    say(`${prefixes.error}: ${inOneLine(spoken.error(error.toValue()))}`);
    process.exitCode = 1;
  }
}

async function serve(
  options: WebOptions,
  inEnvironment: string | null,
  log: ConsoleLog,
  end: Promise<void>,
): Promise<void> {
  const logFault = log.fault;
  if (!existsSync(`${pages}/index.html`)) throw new AppError('not-found', { case: 'pages' });
  const directory = await openDataDirectory(options.dataDir);
  log.writeTo(logFileOf(directory));
  const passphrase = options.vaultPassphraseStdin ? await pipedPassphrase(end) : inEnvironment;
  // The port comes first: a second console on it must not open, and at once drop, sessions with every proxy.
  const server = await startWebServer({ port: options.port, pages, logFault });
  let core: SharedConsole | null = null;
  let metrics: MetricsEndpoint | null = null;
  let consoles: Consoles | null = null;
  const openHere = () =>
    withOpenParts({ directory, logFault }, async ({ vault, ...open }) => {
      if (passphrase !== null) await unlockUnattended(vault, passphrase, say);
      return createConsole({
        directory,
        shell: 'web',
        version: manifest.version,
        pages,
        ...open,
        vault,
        sessions: server.sessions,
        metricsAddress: metrics?.address,
        logFault,
        note: log.note,
        lastFaults: log.faults,
      });
    });
  try {
    const endpoint = await metricsOf(options, logFault);
    metrics = endpoint;
    const started = await openSharedConsole({
      directory,
      shell: 'web',
      version: manifest.version,
      open: openHere,
      own: (there) => answersOfWebShell(there, server.sessions),
      logFault,
      note: log.note,
    });
    core = started;
    if (endpoint !== null) {
      started.whenHere(async (here) => endpoint.serve(await here.startExport()));
      say(`Metrics for Prometheus: ${endpoint.address}`);
    }
    let here: Console | null = null;
    started.whenHere((there) => {
      here = there;
    });
    /** Of the options, and of what Settings says where the console is here. */
    const reread = () =>
      rereadAll([async () => metrics?.reread(), async () => here?.reread()], logFault);
    log.note('the console began', { pid: process.pid, node: process.version });
    if (options.demo) await Promise.race([started.startDemo(), end]);
    const shown = await openConsoles({
      directory,
      local: started.router,
      version: manifest.version,
      logFault,
    });
    consoles = shown;
    server.letIn((window, session, console) =>
      carryOverWebSocket(shown.routerFor(console), window, session),
    );
    const print = () => process.stdout.write(`${server.newAddress()}\n`);
    print();
    const stopListening = [
      onEnter(print),
      onRequest(() => {
        print();
        void reread();
      }),
    ];
    const takeBack = options.open ? openInBrowser(server) : undefined;
    await end;
    for (const stop of stopListening) stop();
    await takeBack?.();
  } finally {
    await metrics?.close();
    await server.close();
    await consoles?.close();
    await core?.close();
    if (core !== null) log.note('the console ended', { pid: process.pid });
  }
}

/** Null where none are asked for: what serves them is loaded for those who ask. */
async function metricsOf(
  options: WebOptions,
  logFault: ConsoleLog['fault'],
): Promise<MetricsEndpoint | null> {
  if (options.metrics === undefined) return null;
  const { startMetricsEndpoint } = await import('../export/endpoint/endpoint.ts');
  return startMetricsEndpoint({ options, logFault });
}

/** Opens the app in the user's browser. Returns taking back what was left for the browser to read. */
function openInBrowser(server: WebServer): () => Promise<void> {
  const handed = handOver(server.newAddress(() => void takeBack()));
  const takeBack = async (): Promise<void> => (await handed.catch(() => null))?.remove();
  handed
    .then(
      ({ path }) => openBrowser(path, process.env),
      (error: NodeJS.ErrnoException) => `no file could be written, ${error.code}`,
    )
    .then((failure) => {
      if (failure === null) return;
      say(`No browser could be opened (${failure}): open the address above in one.`);
      void takeBack();
    });
  return takeBack;
}
