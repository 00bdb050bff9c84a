import { AppError } from '../../shared/errors.ts';

export function noSuchProfile(id: string): AppError {
  return new AppError('not-found', 'There is no such profile. It may have been removed.', {
    detail: { id },
  });
}
