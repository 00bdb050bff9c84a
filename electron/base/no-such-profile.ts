import { AppError } from '../../shared/errors.ts';

export function noSuchProfile(id: string): AppError {
  return new AppError('not-found', { case: 'profile', id });
}
