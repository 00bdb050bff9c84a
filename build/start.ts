import { desktopArguments, desktopBinary } from './desktop-binary.ts';
import { ensureBuilt } from './ensure-built.ts';
import { nodeFlags } from './node-flags.ts';
import { become } from './tool.ts';

/** Options that only the web shell has: whoever gives one asks for the web shell. */
const webOnly = new Set(['--port', '--no-open', '--open', '--help', '-h']);

/** `npm start` and `npm run demo`: the desktop app, or the web shell where the desktop app cannot start. */
function start(args: readonly string[]): void {
  const wantsWeb = args.some((argument) => webOnly.has(argument.split('=')[0] ?? ''));
  const desktop = wantsWeb ? undefined : desktopBinary({ download: true, sandboxed: true });
  if (desktop !== undefined && 'path' in desktop) {
    ensureBuilt('desktop');
    become(desktop.path, desktopArguments(args));
    return;
  }
  if (desktop !== undefined)
    process.stderr.write(
      `The desktop app cannot start (${desktop.missing}); opening the web shell instead.\n`,
    );
  serve(args);
}

/** The web shell, built first where that is needed. */
function serve(args: readonly string[]): void {
  ensureBuilt('renderer');
  ensureBuilt('server');
  become(process.execPath, [...nodeFlags, 'out/serve.js', ...args]);
}

const [shell, ...rest] = process.argv.slice(2);
try {
  if (shell === 'web') serve(rest);
  else start(rest);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
