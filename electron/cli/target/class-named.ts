import { AppError } from '../../../shared/errors.ts';
import {
  byCare,
  type Classes,
  classNamed,
  plainClassName,
} from '../../../shared/model/environment-class.ts';

/** The id of the class of this name, as people read it, or of this id. Throws `not-found` with the names that there are. */
export function requireClass(classes: Classes, name: string): string {
  const found = classNamed(classes, name);
  if (found !== undefined) return found.id;
  const known = byCare(classes).map(plainClassName).join(', ');
  throw new AppError('not-found', { case: 'class-named', name, known });
}
