import { parseArgs } from 'node:util';
import { isLinkLike } from '../../shared/address/app-link.ts';
import { AppError } from '../../shared/errors.ts';

/** What the desktop app is started with. Chromium's own switches may stand beside them. */
export interface DesktopOptions {
  readonly dataDirectory: string | undefined;
  readonly demo: boolean;
  /** What is meant as a link, good or bad. */
  readonly link: string | null;
  /** It was started by the system, when its user logged in. */
  readonly atLogin: boolean;
}

/**
 * Reads `--data-dir DIRECTORY`, `--demo` and a link out of a command line. What else is there is Chromium's, the operating system's (macOS adds
 * its own) or the path of the app, and is passed over. Throws invalid-input where `--data-dir` names no directory.
 */
export function readOptions(args: readonly string[]): DesktopOptions {
  const end = args.findIndex((each) => each === '--' || isLinkLike(each));
  const { values } = parseArgs({
    // A link comes from anywhere: what stands behind it may have been part of it, and is no option.
    args: end === -1 ? [...args] : args.slice(0, end),
    options: {
      'data-dir': { type: 'string' },
      demo: { type: 'boolean' },
      'at-login': { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
  });
  const directory = values['data-dir'];
  const others = {
    demo: values.demo === true,
    atLogin: values['at-login'] === true,
    link: args.find(isLinkLike) ?? null,
  };
  if (directory === undefined) return { dataDirectory: undefined, ...others };
  if (typeof directory !== 'string' || directory === '' || directory.startsWith('-')) {
    throw new AppError('invalid-input', { case: 'data-directory', field: 'data-dir' });
  }
  return { dataDirectory: directory, ...others };
}
