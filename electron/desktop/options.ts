import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors.ts';

/** What the desktop app is started with. Chromium's own switches may stand beside them. */
export interface DesktopOptions {
  readonly dataDirectory: string | undefined;
  readonly demo: boolean;
}

/**
 * Reads `--data-dir DIRECTORY` and `--demo` out of a command line. What else is there is Chromium's, the operating system's (macOS adds
 * its own) or the path of the app, and is passed over. Throws invalid-input where `--data-dir` names no directory.
 */
export function readOptions(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-dir': { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const directory = values['data-dir'];
  if (directory === undefined) return { dataDirectory: undefined, demo: values.demo === true };
  if (typeof directory !== 'string' || directory === '' || directory.startsWith('-')) {
    throw new AppError('invalid-input', { case: 'data-directory', field: 'data-dir' });
  }
  return { dataDirectory: directory, demo: values.demo === true };
}
