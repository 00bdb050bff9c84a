import type { Trials } from '../../change/trial/trials.ts';
import type { CommandLibrary } from '../../core/command-library.ts';
import type { Handlers } from '../parts.ts';

/** The calls about transformations that are kept under a name, and tried on this machine. */
export function commandsHandlers({
  commands,
  trials,
}: {
  readonly commands: CommandLibrary;
  readonly trials: Trials;
}): Pick<
  Handlers,
  | 'commands.list'
  | 'commands.save'
  | 'commands.remove'
  | 'commands.restore'
  | 'trial.place'
  | 'trial.run'
> {
  return {
    'commands.list': () => [...commands.list()],
    'commands.save': (draft) => commands.save(draft),
    'commands.remove': ({ id }) => {
      commands.remove(id);
      return null;
    },
    'commands.restore': ({ id }) => {
      commands.restore(id);
      return null;
    },
    'trial.place': () => trials.place(),
    'trial.run': ({ command, mail }) => trials.run(command, mail),
  };
}
