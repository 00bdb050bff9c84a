import { AppError } from '../../shared/errors.ts';

/** What is asked of a console that is gone. */
export function consoleGone(): AppError {
  return new AppError('not-connected', { case: 'console' });
}
