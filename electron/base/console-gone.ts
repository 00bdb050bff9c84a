import { AppError } from '../../shared/errors.ts';

/** What is asked of a console that is gone. */
export function consoleGone(): AppError {
  return new AppError('not-connected', { case: 'console' });
}

/** Whether a call ended so because the console is gone: what it was to do may have been done, and may not. */
export function isConsoleGone(error: unknown): error is AppError {
  return (
    error instanceof AppError && error.code === 'not-connected' && error.detail.case === 'console'
  );
}
