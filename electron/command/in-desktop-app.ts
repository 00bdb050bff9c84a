import { withoutEngineFlags } from '../desktop/engine-flags.ts';
import { namesProgram, runConsole } from './run.ts';

/** What is asked of Electron's `app`. */
export interface DesktopApp {
  readonly isPackaged: boolean;
  exit(code: number): void;
}

/**
 * Answers `spcp-console cli …` and the like as the installed command does, and ends the app with its exit code. Answers whether it was
 * asked for: where it was not, a window is wanted.
 */
export async function answerAsProgram(app: DesktopApp, process: NodeJS.Process): Promise<boolean> {
  // From a checkout the path of the app stands before the arguments.
  const argv = withoutEngineFlags(process.argv.slice(app.isPackaged ? 1 : 2));
  if (!namesProgram(argv)) return false;
  await runConsole(argv, process);
  await Promise.all([process.stdout, process.stderr].map(written));
  app.exit(Number(process.exitCode ?? 0));
  return true;
}

/** Resolves when all that was written is out, or nobody reads it any more. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
