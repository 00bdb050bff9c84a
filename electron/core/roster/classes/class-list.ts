import type { ClassEntry } from '../../../../shared/ipc/calls/class.ts';
import { type Classes, classesOf } from '../../../../shared/model/environment-class.ts';
import type { EnvironmentClass } from '../../../../shared/model/environment-class-schema.ts';
import { classEntries } from './class-edits.ts';

/** All classes that there are. */
export interface ClassList {
  /** The usual ones first. */
  readonly entries: readonly ClassEntry[];
  readonly byId: Classes;
}

/** All classes; the same for the same ones of the user's own and of administrators. */
export function createClassList() {
  let made: (ClassList & { readonly of: readonly unknown[] }) | null = null;
  return (own: readonly EnvironmentClass[], managed: readonly EnvironmentClass[]): ClassList => {
    if (made?.of[0] === own && made.of[1] === managed) return made;
    const entries = classEntries(own, managed);
    made = { of: [own, managed], entries, byId: classesOf(entries) };
    return made;
  };
}
