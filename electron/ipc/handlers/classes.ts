import type { Roster } from '../../core/roster/roster.ts';
import type { Handlers } from '../parts.ts';

export interface ClassesParts {
  readonly roster: Pick<Roster, 'classEntries' | 'saveClass' | 'removeClass' | 'undoClass'>;
}

export function classesHandlers({
  roster,
}: ClassesParts): Pick<
  Handlers,
  'classes.list' | 'classes.save' | 'classes.remove' | 'classes.undo'
> {
  return {
    'classes.list': () => [...roster.classEntries()],
    'classes.save': (edit) => roster.saveClass(edit),
    'classes.remove': async (removal) => ({ undo: await roster.removeClass(removal) }),
    'classes.undo': async ({ undo, confirmName }) => {
      await roster.undoClass(undo, confirmName);
      return null;
    },
  };
}
