import type { Command } from 'commander';
import {
  byCare,
  isKnownClass,
  plainClassName,
  toothNames,
} from '../../../shared/model/environment-class.ts';
import type { Teeth } from '../../../shared/model/environment-class-schema.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { withProfiles } from '../target/saved-profiles.ts';

/** `profiles classes`: what each class asks for, and how many profiles are of it. */
export function addProfileClasses(group: Command, context: CommandContext): void {
  const { texts } = context;
  group
    .command('classes')
    .description(texts.commands.profilesClasses)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const classes = await withProfiles(context, options, (saved) => {
        const all = saved.allClasses();
        const unknown = saved.list().filter(({ environment }) => !isKnownClass(all, environment));
        return byCare(all).map((each) => ({
          ...each,
          name: plainClassName(each),
          profiles: saved.list().filter(({ environment }) => environment === each.id).length,
          // What is of a class that nobody knows counts as production.
          unknown: each.id === 'production' ? unknown.map(({ name }) => name) : [],
        }));
      });
      const { classColumns: titles } = texts;
      const said = (teeth: Teeth): string =>
        toothNames
          .filter((tooth) => teeth[tooth])
          .map((tooth) => texts.teeth[tooth])
          .join(', ') || '-';
      const rows = classes.map(({ name, colour, teeth, profiles }) => [
        printable(name),
        said(teeth),
        colour,
        String(profiles),
      ]);
      const unknown = classes.flatMap((each) => each.unknown);
      await context.output.result({ classes }, [
        ...table(
          [[titles.name, titles.teeth, titles.colour, titles.profiles], ...rows],
          new Set([3]),
        ),
        ...(unknown.length === 0 ? [] : [texts.unknownClasses(unknown.map(printable).join(', '))]),
      ]);
    });
}
